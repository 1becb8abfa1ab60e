"""The look-up test under the settings: what each way of searching finds for a question."""
