// The evidence beside the tabs: a link of the form ?article=… opens it wherever it stands, a marker among its neighbours.
(() => {
  const NARROW = window.matchMedia("(max-width: 860px)");
  const find = (selector) => document.querySelector(selector);
  const body = () => document.body.classList;
  let panel = null; // where the article is shown, and the way to ask for one
  let cited = { links: [], nearest: false }; // what the answer beside it cites
  let opener = null; // what has the focus again when it is closed

  wenzheng.panel = (element, server) => {
    const part = element.querySelector("[data-part=evidence]");
    element.setAttribute("role", "region");
    element.setAttribute("aria-label", element.querySelector("[data-label]").dataset.label);
    panel = { element, part, empty: part.innerHTML, sheets: (page) => server.sheets({ page }) };
    panel.open = wenzheng.latest(
      (wanted) => server.open(wanted),
      (html) => {
        part.innerHTML = html ?? element.querySelector("template").innerHTML;
        reveal();
      },
    );
    wenzheng.correcting(element, server);
    if (wenzheng.isAt()) open({ links: [wenzheng.isAt()], nearest: false }, 0);
  };

  function open(all, which) {
    cited = all;
    panel?.open({ ...all, which });
  }

  // One of what an answer cites, opened by `link`.
  wenzheng.prove = (all, which, link) => {
    opener = link;
    wenzheng.at(all.links[which], !find("#proof").checkVisibility());
    open(all, which);
  };

  // What came with an answer. Whoever opened a place by its address goes on reading it.
  wenzheng.proof = (html, all) => {
    if (!panel || wenzheng.isAt()) return;
    cited = all;
    panel.part.innerHTML = html || panel.empty;
    requestAnimationFrame(showMark);
  };

  // What was open is left for a new question.
  wenzheng.leave = () => {
    wenzheng.at("");
    hide();
  };

  // The whole page repeats what the article shows, so one of the two marks is hidden.
  function showMark() {
    const mark = [...document.querySelectorAll("#evidence mark.cited, #evidence rect.cited")].find((one) => one.checkVisibility());
    const scroller = find("#proof");
    const onPicture = [...document.querySelectorAll("#evidence rect.cited")].find((one) => one.checkVisibility());
    if (onPicture) return void moveTo(onPicture);
    if (!mark) return void (scroller.scrollTop = 0);
    scroller.scrollTop = 0;
    const top = scroller.getBoundingClientRect().top;
    const { top: begins, bottom: ends } = mark.getBoundingClientRect();
    if (ends - top > 0.8 * scroller.clientHeight) scroller.scrollTop = begins - top - scroller.clientHeight / 3;
  }

  // The frame around a picture is moved, so that the first mark on it is in its middle.
  function moveTo(rect) {
    const frame = rect.closest(".sheet");
    const [at, around] = [rect.getBoundingClientRect(), frame.getBoundingClientRect()];
    frame.scrollLeft += at.left - around.left - (frame.clientWidth - Math.min(at.width, frame.clientWidth)) / 2;
    frame.scrollTop += at.top - around.top - frame.clientHeight / 3;
    frame.scrollIntoView({ block: "nearest" });
  }

  function reveal() {
    body().add("proof-open");
    cover();
    requestAnimationFrame(() => {
      showMark();
      (find("#evidence h2") ?? find("#evidence [data-close]"))?.focus({ preventScroll: true });
    });
  }

  // On a phone the evidence covers everything else, which must not be reached behind it.
  function cover() {
    const covered = NARROW.matches && body().contains("proof-open");
    for (const behind of document.querySelectorAll("#masthead, #work")) behind.inert = covered;
  }

  function hide() {
    body().remove("proof-open");
    cover();
  }

  function close() {
    if (history.state?.opened) return history.back();
    wenzheng.at("");
    closed();
  }

  function closed() {
    if (!body().contains("proof-open")) return;
    hide();
    opener?.focus();
  }

  function view(tab) {
    const article = tab.closest("article");
    for (const other of article.querySelectorAll("[role=tab]")) {
      const chosen = other === tab;
      other.setAttribute("aria-selected", String(chosen));
      other.tabIndex = chosen ? 0 : -1;
      article.querySelector(`#${other.getAttribute("aria-controls")}`).hidden = !chosen;
    }
    draw(article.querySelector("#view-picture:not([hidden]) [data-sheets]"));
    showMark();
  }

  // The sheets of a printed file are fetched once somebody looks at them.
  async function draw(place) {
    if (!place || place.dataset.asked) return;
    place.dataset.asked = "yes";
    const html = await panel.sheets(place.dataset.sheets).catch(() => null);
    place.innerHTML = html ?? panel.element.querySelector("template").content.querySelector(".empty").outerHTML;
    if (html === null) delete place.dataset.asked;
  }

  // All of a sheet is seen at first; larger, its print can be read, where somebody pointed at it if anywhere.
  function enlarge(place, image, { offsetX, offsetY }) {
    const [x, y] = image ? [offsetX / image.clientWidth, offsetY / image.clientHeight] : [0, 0];
    const large = place.classList.toggle("large");
    place.querySelector("[data-enlarge]").setAttribute("aria-pressed", String(large));
    const frame = image?.parentElement;
    if (!frame) return;
    frame.scrollLeft = x * image.clientWidth - frame.clientWidth / 2;
    frame.scrollTop = y * image.clientHeight - frame.clientHeight / 2;
    frame.scrollIntoView({ block: "nearest" });
  }

  // A picture that does not come, as of a sheet that takes too long to draw, leaves a line in its place.
  document.addEventListener(
    "error",
    ({ target }) => {
      if (!target.dataset?.undrawn) return;
      const line = Object.assign(document.createElement("p"), { className: "warning", textContent: target.dataset.undrawn });
      target.closest(".sheet").replaceWith(line);
    },
    true,
  );

  document.addEventListener("click", (event) => {
    const { target } = event;
    const link = target.closest("a[href^='?article=']");
    if (link && !link.dataset.shown && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      wenzheng.prove({ links: [link.getAttribute("href")], nearest: false }, 0, link);
    }
    const sheet = target.closest("#evidence [data-undrawn], #evidence [data-enlarge]");
    if (sheet) enlarge(sheet.closest("[data-sheets]"), "undrawn" in sheet.dataset && sheet, event);
    const button = target.closest("#evidence button");
    if (!button) return;
    if (button.dataset.view) view(button);
    if (button.dataset.close) close();
    if (button.dataset.step) wenzheng.prove(cited, Number(button.dataset.step), opener);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && body().contains("proof-open") && !find("dialog[open]")) close();
    const tab = event.target.closest?.("[role=tab][data-view]");
    if (!tab || !["ArrowLeft", "ArrowRight"].includes(event.key)) return;
    const tabs = [...tab.parentElement.children];
    const step = event.key === "ArrowLeft" ? tabs.length - 1 : 1;
    const other = tabs[(tabs.indexOf(tab) + step) % tabs.length];
    view(other);
    other.focus();
  });

  document.addEventListener("wenzheng:back", () => {
    if (wenzheng.isAt()) open({ links: [wenzheng.isAt()], nearest: false }, 0);
    else closed();
  });

  document.addEventListener("wenzheng:corrected", ({ detail: link }) => panel?.open({ links: [link], nearest: false, which: 0 }));

  NARROW.addEventListener("change", cover);
})();
