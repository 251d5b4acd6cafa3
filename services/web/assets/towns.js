// It offers towns while one is typed. It asks this very host, by the name of a document that is kept there, and nobody else; all words
// come from the page. It never sends the form.
(() => {
  "use strict";
  const said = document.currentScript.dataset;

  const mark = (element, attributes) => {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };
  const made = (kind, attributes) => mark(document.createElement(kind), attributes);
  // A question that hangs is given up: it would be the last one.
  const find = async (search) => {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ documentId: "towns", variables: { search } });
    const patience = new AbortController();
    const end = setTimeout(() => patience.abort(), 5000);
    try {
      const answer = await fetch("/graphql", { method: "POST", headers, body, signal: patience.signal });
      return (await answer.json()).data.places;
    } finally {
      clearTimeout(end);
    }
  };

  // One question at a time. Whoever has typed on, pointed, chosen or gone away wishes for its answer no more, nor to be told of it.
  let timer, voice, busy, wish;
  const calm = () => {
    clearTimeout(timer);
    clearTimeout(voice);
    wish = null;
  };
  const ask = async () => {
    const mine = wish;
    if (busy || !mine) return;
    busy = true;
    const found = await find(mine.search).catch(() => null);
    busy = false;
    if (wish === mine) mine.show(found);
    else ask();
  };

  const look = (field) => {
    const id = field.id + "-towns";
    const list = made("ul", { id, class: "towns", role: "listbox", "aria-label": said.list, hidden: "" });
    const offers = list.children;
    const told = made("p", { class: "vh", role: "status" });
    const usual = field.getAttribute("autocomplete") || "off";
    let at = -1;
    let typed = 0;

    const point = (to) => {
      at = to;
      for (const one of offers) mark(one, { "aria-selected": one === offers[at] });
      if (!offers[at]) return field.removeAttribute("aria-activedescendant");
      mark(field, { "aria-activedescendant": offers[at].id });
      offers[at].scrollIntoView({ block: "nearest" });
    };
    const open = (whether) => {
      calm();
      list.hidden = !whether;
      mark(field, { "aria-expanded": whether });
      point(-1);
    };
    // Nothing is told twice.
    const tell = (words) => {
      if (told.textContent !== words) told.textContent = words;
    };
    const close = (words) => {
      open(false);
      tell(words);
    };
    const take = (one) => {
      field.value = one.dataset.words;
      close(one.textContent);
    };

    // What was found; nothing where nobody answered, which is not said.
    const show = (found) => {
      if (!found) return close("");
      list.textContent = "";
      for (const town of found.slice(0, 8)) {
        const one = made("li", { id: id + offers.length, role: "option", "data-words": town[field.dataset.towns] });
        one.textContent = town.label;
        list.append(one);
      }
      open(offers.length > 0);
      const words = [said.none, said.one][offers.length] || said.several.replace("#n", offers.length);
      // A screen reader still repeats the last letters.
      voice = setTimeout(() => tell(words), Math.max(0, typed + 1400 - performance.now()));
    };
    // Also of a word that is still being composed: the keyboards of most phones compose every word to its end.
    const later = () => {
      calm();
      point(-1);
      field.autocomplete = "off";
      typed = performance.now();
      timer = setTimeout(() => {
        const search = field.value.trim();
        if (search.length < 2 || search.length > 40) return show(null);
        wish = { search, show };
        ask();
      }, 250);
    };

    const onKey = (event) => {
      const { key, altKey } = event;
      if (event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[key];
      const shown = !list.hidden;
      if (key === "Escape" || (altKey && step < 0)) {
        close("");
        if (!shown) return;
      } else if (step && !shown) later();
      else if (step && !altKey) {
        calm();
        point(step > 0 ? (at + 1) % offers.length : (at > 0 ? at : offers.length) - 1);
      } else if (key === "Enter" && offers[at]) take(offers[at]);
      else if (!step) {
        // The caret moves in what was typed.
        if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(key)) point(-1);
        return;
      }
      event.preventDefault();
    };

    mark(field, { role: "combobox", "aria-autocomplete": "list", "aria-expanded": false, "aria-controls": id });
    // What a browser remembers may be offered before the first letter; afterwards it would lie over the list.
    field.autocomplete = usual;
    field.parentNode.classList.add("field--towns");
    field.after(list, told);
    field.addEventListener("input", later);
    field.addEventListener("keydown", onKey);
    field.addEventListener("blur", () => {
      close("");
      field.autocomplete = usual;
    });
    // What is pressed stays until it is let go, and the focus in the field.
    list.addEventListener("pointerdown", calm);
    list.addEventListener("touchstart", calm, { passive: true });
    list.addEventListener("mousedown", (event) => {
      calm();
      event.preventDefault();
    });
    list.addEventListener("click", (event) => event.target !== list && take(event.target));
  };

  document.querySelectorAll("input[data-towns]").forEach(look);
})();
