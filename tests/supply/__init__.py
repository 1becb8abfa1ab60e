"""What is installed along with the program, and under which licences."""
