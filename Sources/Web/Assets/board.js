// What the pages can do beyond links and forms: parts of a page are exchanged without a jump, visits are dragged,
// and what others do is shown as it happens. Every page works without this script.
"use strict";
// @ts-check

(() => {
  const content = () => /** @type {HTMLElement} */ (document.getElementById("content"));
  const live = () => /** @type {HTMLElement} */ (document.getElementById("live"));
  let shown = Number(content().dataset.revision ?? 0);
  let known = shown;
  let isBusy = false;
  let isSending = false;
  let turn = 0;

  /** Says something to everybody, also to those who listen to the page.
   * @param {string | undefined} text */
  const say = (text) => {
    live().textContent = text ?? "";
    clearTimeout(silence);
    // What stays true is said until it is not.
    if (text !== live().dataset.lost && text !== content().dataset.changed) silence = window.setTimeout(() => say(""), 10_000);
  };
  let silence = 0;

  /** Where the focus is, to find it again in a new page.
   * @returns {string | null} */
  const place = () => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement)) return null;
    if (focused.dataset.visit) return `[data-visit="${focused.dataset.visit}"]`;
    return focused.id ? `#${CSS.escape(focused.id)}` : null;
  };

  /** Shows a page that the board answered with.
   * @param {Response} answer
   * @param {{ push?: boolean, focus?: string | null }} how */
  const show = async (answer, how) => {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("content");
    const header = page.getElementById("header");
    if (!fresh || !header) return window.location.assign(answer.url);
    content().replaceWith(document.adoptNode(fresh));
    document.getElementById("header")?.replaceWith(document.adoptNode(header));
    document.title = page.title;
    document.documentElement.lang = page.documentElement.lang;
    shown = Number(content().dataset.revision ?? 0);
    known = Math.max(known, shown);
    if (how.push) history.pushState(null, "", answer.url.replace(/&told=\w+/, ""));
    const target = how.focus ? content().querySelector(how.focus) : null;
    if (target instanceof HTMLElement) return target.focus({ preventScroll: how.focus !== "#picked" });
    if (!how.push) return;
    window.scrollTo(0, 0);
    content().focus({ preventScroll: true });
  };

  /** Asks the board for something and shows the answer.
   * @param {string} address
   * @param {RequestInit} request
   * @param {{ push?: boolean, focus?: string | null }} how */
  const ask = async (address, request, how) => {
    // What was asked for last is shown; a command is sent once, however often its button is pressed.
    if (isSending) return;
    const mine = ++turn;
    isBusy = true;
    isSending = request.method === "POST";
    try {
      const answer = await fetch(address, { credentials: "same-origin", ...request });
      if (mine === turn) await show(answer, how);
    } catch {
      say(live().dataset.lost);
    } finally {
      if (mine === turn) {
        isBusy = isSending = false;
        follow();
      }
    }
  };

  /** Shows what others have done since, unless that would take something out of a hand or a half-written form. */
  const follow = () => {
    if (known <= shown || isBusy) return;
    if (isPickedUp() || content().querySelector("form.stack, form.row")) return say(content().dataset.changed);
    const told = content().dataset.updated;
    shown = known;
    void ask(location.href, {}, { focus: place() }).then(() => say(told));
  };

  const isPickedUp = () => content().querySelector("[data-picked]") !== null;

  /** Puts the visit back that is in the hand. */
  const putBack = () => {
    const way = content().querySelector("a[data-putback]");
    const row = content().querySelector("[data-picked]")?.getAttribute("data-picked");
    if (way instanceof HTMLAnchorElement) void ask(way.href, {}, { push: true, focus: `[data-visit="${row}"]` });
  };

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const way = new URL(link.href);
    if (way.origin !== location.origin || "whole" in link.dataset || link.className === "skip") return;
    event.preventDefault();
    if ("putback" in link.dataset) return putBack();
    void ask(link.href, {}, { push: true, focus: link.dataset.visit ? "#picked" : null });
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || "whole" in form.dataset || form.method !== "post") return;
    event.preventDefault();
    const fields = new URLSearchParams();
    new FormData(form).forEach((value, name) => { if (typeof value === "string") fields.append(name, value); });
    const row = fields.get("visit");
    void ask(form.action, { method: "POST", body: fields }, { push: true, focus: row ? `[data-visit="${row}"]` : null });
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isPickedUp()) putBack();
  });

  window.addEventListener("popstate", () => void ask(location.href, {}, {}));

  // Dragging: the same as choosing a visit and then a row.
  /** @type {string | null} */
  let dragged = null;
  /** @type {Promise<void> | null} */
  let looking = null;

  document.addEventListener("dragstart", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[data-visit]") : null;
    if (!(link instanceof HTMLAnchorElement) || !event.dataTransfer) return;
    dragged = link.dataset.visit ?? null;
    event.dataTransfer.setData("text/plain", "");
    event.dataTransfer.effectAllowed = "move";
    // The rows are coloured in place: exchanging what is dragged would end the drag.
    looking = fetch(link.href, { credentials: "same-origin" }).then((answer) => answer.text()).then((text) => {
      const page = new DOMParser().parseFromString(text, "text/html");
      for (const row of content().querySelectorAll(".shift[data-staff]")) {
        const fresh = page.querySelector(`.shift[data-staff="${row.getAttribute("data-staff")}"]`);
        if (!fresh) continue;
        row.className = fresh.className;
        const who = fresh.querySelector(".who");
        if (who) row.querySelector(".who")?.replaceWith(document.adoptNode(who));
      }
      const part = page.getElementById("picked");
      if (part) (document.getElementById("picked") ?? content().querySelector(".help"))?.replaceWith(document.adoptNode(part));
    }).catch(() => say(live().dataset.lost));
  });

  /** Where something that is dragged would be put down.
   * @param {Event} event */
  const target = (event) => event.target instanceof Element && dragged !== null ? event.target.closest(".shift[data-staff], [data-tray]") : null;

  document.addEventListener("dragover", (event) => {
    const over = target(event);
    for (const row of document.querySelectorAll(".over")) if (row !== over) row.classList.remove("over");
    if (!over) return;
    event.preventDefault();
    over.classList.add("over");
  });

  document.addEventListener("drop", (event) => {
    const over = target(event);
    if (!over) return;
    event.preventDefault();
    over.classList.remove("over");
    const staff = over.getAttribute("data-staff");
    void (looking ?? Promise.resolve()).then(() => {
      const form = content().querySelector(staff === null ? "form[data-leave]" : `form[data-give="${CSS.escape(staff)}"]`);
      if (!(form instanceof HTMLFormElement)) return document.getElementById("picked")?.focus();
      const reason = form.querySelector("input[name=reason]");
      if (reason instanceof HTMLInputElement) reason.focus();
      else form.requestSubmit();
    });
  });

  document.addEventListener("dragend", () => {
    dragged = null;
    for (const row of document.querySelectorAll(".over")) row.classList.remove("over");
  });

  // What others do.
  const stream = new EventSource("/events");
  stream.addEventListener("open", () => { if (live().textContent === live().dataset.lost) say(""); });
  stream.addEventListener("error", () => say(live().dataset.lost));
  stream.addEventListener("revision", (event) => {
    known = Math.max(known, Number(event.data));
    follow();
  });
  stream.addEventListener("run", (event) => {
    const told = JSON.parse(event.data);
    const text = document.getElementById("run-text");
    const bar = document.getElementById("run-progress");
    if (text) text.textContent = told.text;
    if (bar instanceof HTMLProgressElement) bar.value = told.percent;
    if (!told.goesOn && text) void ask(location.href, {}, { focus: place() }).then(() => say(told.text));
  });
  window.addEventListener("pagehide", () => stream.close());
})();
