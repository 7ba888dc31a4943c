"use strict";
(() => {
  const all = (what, where = document) => [...where.querySelectorAll(what)];
  const one = (what, where = document) => where.querySelector(what);
  const bar = one(".filters");
  const entries = all(".entry");
  const texts = new WeakMap();

  // Decisions stay in this browser; where it keeps nothing, they last as long as the page.
  const STORE = "claim-audit decisions";
  const kept = (() => {
    try { return JSON.parse(localStorage.getItem(STORE)) || {}; } catch { return {}; }
  })();
  const keep = () => {
    try { localStorage.setItem(STORE, JSON.stringify(kept)); } catch { /* refused: kept in memory */ }
  };
  // What a finding asserts, in an order of its own: it outlives renamed files.
  const key = (finding) => finding.dataset.prints.split(" ").sort().join(" ") || finding.dataset.id;
  const decided = (entry) => all(".finding", entry).map((f) => kept[key(f)]).filter(Boolean);

  const badge = (entry) => {
    all(".decided", entry).forEach((old) => old.remove());
    for (const { decision } of decided(entry)) {
      const mark = document.createElement("b");
      mark.className = "decided";
      mark.textContent = `decided: ${decision}`;
      one("summary .meta", entry).append(" ", mark);
    }
  };
  const counted = () => {
    const number = entries.flatMap(decided).length;
    const button = one("[data-do=save]", bar);
    button.textContent = `Export ${number} ${number === 1 ? "decision" : "decisions"}`;
    button.hidden = !number;
  };

  const save = () => {
    const decisions = all(".finding").filter((f) => kept[key(f)]).map((f) => ({
      finding: f.dataset.id,
      fingerprints: f.dataset.prints.split(" ").filter(Boolean),
      ...kept[key(f)],
    }));
    const text = JSON.stringify({ schema_version: 1, decisions }, null, 1) + "\n";
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = "decisions.json";
    link.click();
    URL.revokeObjectURL(link.href);
  };

  const markdown = (finding) => {
    const entry = finding.closest(".entry");
    const plain = (text) => text.replace(/\s+/g, " ").trim().replace(/[\\`*_[\]<>|#]/g, "\\$&");
    const said = all("dt", finding).map((dt) => `- ${plain(dt.textContent)}: ${plain(dt.nextElementSibling.textContent)}`);
    const quotes = all(".cards figure", entry).map((card) =>
      `- ${plain(one("cite", card).textContent)} (${plain(one("p a", card).textContent)})\n  > ${plain(one("blockquote", card).textContent)}`);
    return [`### ${plain(one("h3", finding).textContent)}`, plain(one("p", finding).textContent), [...said, ...quotes].join("\n")].join("\n\n") + "\n";
  };
  const copy = async (text, button) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    button.textContent = "Copied";
  };

  const equip = (finding) => {
    const body = finding.parentElement;
    if (all("[data-link]", body).some((link) => link.hash === `#${finding.id}`)) return;
    body.append(one("#tools").content.cloneNode(true));
    const tools = body.lastElementChild;
    one("[data-about]", tools).textContent = one("h3", finding).textContent;
    const [choice, reason] = [one("select", tools), one("input", tools)];
    const held = kept[key(finding)];
    if (held) [choice.value, reason.value] = [held.decision, held.reason];
    one("[data-link]", tools).href = `#${finding.id}`;
    one("button", tools).addEventListener("click", (event) => copy(markdown(finding), event.target));
    tools.addEventListener("change", () => {
      if (choice.value) kept[key(finding)] = { decision: choice.value, reason: reason.value.trim() };
      else delete kept[key(finding)];
      keep();
      badge(finding.closest(".entry"));
      counted();
    });
  };

  // The hash is either a place (#f1a2b3, a finding's id or one of its fingerprints) or filters (#status=new&q=trade).
  const filters = () => new URLSearchParams([...new FormData(bar)].filter(([, value]) => value));
  const fits = (entry, wanted) => [...wanted].every(([name, value]) => {
    if (name === "q") {
      if (!texts.has(entry)) texts.set(entry, entry.textContent.toLowerCase());
      return texts.get(entry).includes(value.toLowerCase());
    }
    if (name === "from") return entry.dataset.date >= value;
    if (name === "to") return entry.dataset.date !== "" && entry.dataset.date <= value;
    const list = entry.dataset[name] || "";
    return list.split(/[|]/).includes(value);
  });
  const sift = () => {
    const wanted = filters();
    let shown = 0;
    for (const entry of entries) {
      entry.hidden = !fits(entry, wanted);
      shown += !entry.hidden;
    }
    one(".shown", bar).textContent = `${shown} of ${entries.length} shown`;
    bar.toggleAttribute("data-active", [...wanted.keys()].some((name) => name !== "q"));
    all(".none").forEach((note) => { note.hidden = shown > 0; });
  };
  const remember = () => {
    const text = filters().toString();
    history.replaceState(null, "", text ? `#${text}` : location.pathname + location.search);
    sift();
  };
  const target = (name) => document.getElementById(name)
    || all(".finding").find((f) => f.dataset.id === name || f.dataset.prints.split(" ").includes(name));
  const go = () => {
    const hash = decodeURIComponent(location.hash.slice(1));
    if (hash.includes("=")) {
      bar.reset();
      for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
        if (bar.elements[name]) bar.elements[name].value = value;
      }
      sift();
      return;
    }
    const place = hash && target(hash);
    if (!place) return;
    const entry = place.closest(".entry");
    if (entry && entry.hidden) { bar.reset(); sift(); }
    for (let up = place; up; up = up.parentElement) if (up.localName === "details") up.open = true;
    place.scrollIntoView();
    if (entry) one("summary", entry).focus({ preventScroll: true });
  };

  const step = (by) => {
    const shown = entries.filter((entry) => !entry.hidden);
    const at = shown.findIndex((entry) => entry.contains(document.activeElement));
    const next = shown[Math.min(Math.max(at + by, 0), shown.length - 1)];
    if (next) one("summary", next).focus();
  };
  const keys = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches("input, select, textarea");
    const entry = event.target.closest(".entry[open]");
    if (event.key === "Escape" && entry) {
      entry.open = false;
      one("summary", entry).focus();
    } else if (!typing && (event.key === "j" || event.key === "k")) {
      step(event.key === "j" ? 1 : -1);
    } else if (!typing && event.key === "/" && bar) {
      event.preventDefault();
      bar.elements.q.focus();
    }
  };

  if (bar) {
    bar.hidden = false;
    bar.addEventListener("input", remember);
    bar.addEventListener("submit", (event) => event.preventDefault());
    const acts = {
      open: () => {
        const shown = entries.filter((entry) => !entry.hidden);
        const close = shown.every((entry) => entry.open);
        shown.forEach((entry) => { entry.open = !close; });
      },
      clear: () => { bar.reset(); remember(); },
      save,
    };
    bar.addEventListener("click", (event) => acts[event.target.dataset.do]?.());
    entries.forEach((entry) => {
      badge(entry);
      entry.addEventListener("toggle", () => { if (entry.open) all(".finding", entry).forEach(equip); });
    });
    counted();
    sift();
  }
  document.addEventListener("keydown", keys);
  addEventListener("hashchange", go);
  addEventListener("beforeprint", () => all("details").forEach((d) => { if (!d.open) { d.open = true; d.dataset.printed = ""; } }));
  addEventListener("afterprint", () => all("[data-printed]").forEach((d) => { d.open = false; delete d.dataset.printed; }));
  go();
})();
