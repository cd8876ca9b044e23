// Zooms smoothly into the strip of time, and lets the list below follow. Without this, the strip's columns are links that do.
"use strict";

(() => {
  const HOUR = 3600e3;
  const DAY = 24 * HOUR;
  const SVG = "http://www.w3.org/2000/svg";
  const FAMILIES = ["violence", "protest", "force", "words", "easing"];
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
  const [WIDTH, LEFT, RIGHT, TOP, BASE, LABEL] = [900, 34, 892, 10, 130, 58];
  const REST = 450;

  // times are the local times of the reports; counted as if they were UTC, no day has 23 hours
  const moment = (text) => Date.parse(/T/.test(text) ? `${text}Z` : `${text}T00:00:00Z`);
  const iso = (time) => new Date(time).toISOString();
  const two = (number) => String(number).padStart(2, "0");

  const STEPS = {
    hour: { floor: (t) => t - (t % HOUR), next: (t) => t + HOUR, spelled: (t) => iso(t).slice(0, 13),
      label: (d) => [`${two(d.getUTCHours())}:00`, d.getUTCHours() ? "" : `${d.getUTCDate()} ${MONTHS[d.getUTCMonth()]}`] },
    day: { floor: (t) => t - (((t % DAY) + DAY) % DAY), next: (t) => t + DAY, spelled: (t) => iso(t).slice(0, 10),
      label: (d) => [`${WEEKDAYS[d.getUTCDay()]} ${d.getUTCDate()}`, d.getUTCDate() > 1 ? "" : `${MONTHS[d.getUTCMonth()]} ${d.getUTCFullYear()}`] },
    month: { floor: (t) => Date.UTC(new Date(t).getUTCFullYear(), new Date(t).getUTCMonth()), next: (t) => Date.UTC(new Date(t).getUTCFullYear(), new Date(t).getUTCMonth() + 1),
      spelled: (t) => iso(t).slice(0, 7), label: (d) => [MONTHS[d.getUTCMonth()], d.getUTCMonth() ? "" : String(d.getUTCFullYear())] },
    year: { floor: (t) => Date.UTC(new Date(t).getUTCFullYear(), 0), next: (t) => Date.UTC(new Date(t).getUTCFullYear() + 1, 0),
      spelled: (t) => iso(t).slice(0, 4), label: (d) => [String(d.getUTCFullYear()), ""] },
  };
  const stepFor = (span) => (span <= 2 * DAY ? "hour" : span <= 70 * DAY ? "day" : span <= 366 * 6 * DAY ? "month" : "year");

  function element(name, attributes, text) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function begin() {
    const strip = document.getElementById("strip");
    if (!strip || strip.dataset.live) return;
    strip.dataset.live = "yes";
    // beyond a century the server's picture is as good
    if (moment(strip.dataset.to) - moment(strip.dataset.from) > 366 * 120 * DAY || strip.dataset.from < "1000") return;
    fetch(strip.dataset.source)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
      .then((rows) => live(strip, rows), () => {});
  }

  function live(strip, rows) {
    const svg = strip.querySelector("svg");
    const events = rows.map((row) => ({ start: moment(row.begins), end: moment(row.ends), edtf: row.edtf, words: row.words, family: row.family, inferred: row.inferred }));
    const all = [Math.min(...events.map((event) => event.start)), Math.max(...events.map((event) => event.end))];
    const whole = [moment(strip.dataset.from), moment(strip.dataset.to)];
    const bounds = [Math.min(all[0], whole[0]) - 31 * DAY, Math.max(all[1], whole[1]) + 31 * DAY];
    let [from, to] = whole;
    let waiting = 0;
    let resting = 0;

    function hrefOf(spelled) {
      const address = new URL(location.href);
      address.searchParams.delete("page");
      address.searchParams.set("day", spelled);
      return address.pathname + address.search;
    }

    function draw() {
      waiting = 0;
      const name = stepFor(to - from);
      const step = STEPS[name];
      const across = (time) => LEFT + ((time - from) / (to - from)) * (RIGHT - LEFT);
      const columns = [];
      for (let start = step.floor(from); start < to && columns.length < 200; start = step.next(start)) columns.push({ start, end: step.next(start), kinds: {}, count: 0 });
      const spans = new Map();
      for (const event of events) {
        if (event.end <= from || event.start >= to) continue;
        const column = columns.find((one) => one.start <= event.start && event.end <= one.end);
        if (column) {
          const unsure = event.inferred === "date" || (event.inferred === "hour" && name === "hour");
          const kind = `${event.family}${unsure ? " inferred" : ""}`;
          column.kinds[kind] = (column.kinds[kind] ?? 0) + 1;
          column.count += 1;
        } else {
          const span = spans.get(event.edtf) ?? { ...event, count: 0 };
          span.count += 1;
          spans.set(event.edtf, span);
        }
      }
      const most = Math.max(1, ...columns.map((column) => column.count));
      const rules = [...new Set([0, Math.floor(most / 2), most])].map((number) => [BASE - ((BASE - TOP) * number) / most, number]);
      const drawn = rules.flatMap(([y, number]) => [
        element("line", { class: "rule", x1: LEFT, x2: RIGHT, y1: y, y2: y }),
        element("text", { class: "tick", x: LEFT - 6, y: y + 4, "text-anchor": "end" }, number),
      ]);
      const inside = element("g", { "clip-path": "url(#strip-inside)" });
      const wide = (RIGHT - LEFT) / columns.length;
      const every = Math.max(1, Math.ceil(LABEL / wide));
      columns.forEach((column, place) => inside.append(...columnOf(column, place, { step, name, across, most, every })));
      const rowsTaken = spanRows(spans, across, inside);
      const height = BASE + 40 + 20 * rowsTaken;
      svg.setAttribute("viewBox", `0 0 ${WIDTH} ${Math.max(height, svg.viewBox.baseVal.height)}`);
      const clip = element("clipPath", { id: "strip-inside" });
      clip.append(element("rect", { x: LEFT - 1, y: 0, width: RIGHT - LEFT + 2, height: 400 }));
      svg.replaceChildren(clip, ...drawn, inside);
    }

    function columnOf(column, place, { step, name, across, most, every }) {
      const [x, right] = [across(column.start), across(column.end)];
      const day = new Date(column.start);
      const [upper, under] = step.label(day);
      // the ordinal of the step, so that labels stay with their columns while one moves
      const ordinal = name === "month" ? day.getUTCFullYear() * 12 + day.getUTCMonth() : name === "year" ? day.getUTCFullYear() : Math.round(column.start / (name === "hour" ? HOUR : DAY));
      const texts = ordinal % every ? [] : [element("text", { class: "tick", x: (x + right) / 2, y: BASE + 16, "text-anchor": "middle" }, upper)];
      if (under || place === 0) {
        const first = name === "hour" ? `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]}` : name === "day" ? `${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}` : name === "month" ? String(day.getUTCFullYear()) : "";
        texts.push(element("text", { class: "tick under", x: Math.max(x, LEFT), y: BASE + 32 }, under || first));
      }
      if (!column.count) return texts;
      const spelled = step.spelled(column.start);
      const words = `${spelled.replace("T", ", ")}${name === "hour" ? ":00" : ""}: ${column.count} ${column.count === 1 ? "event" : "events"}`;
      const link = element("a", { class: "column", href: hrefOf(spelled), "aria-label": words });
      link.append(element("title", {}, words), element("rect", { class: "reach", x, y: TOP, width: right - x, height: BASE - TOP + 34 }));
      let y = BASE;
      for (const family of FAMILIES)
        for (const kind of [family, `${family} inferred`])
          if (column.kinds[kind]) {
            const height = ((BASE - TOP) * column.kinds[kind]) / most;
            y -= height;
            link.append(element("rect", { class: `block ${kind}`, x: x + 1, y, width: Math.max(right - x - 2, 0.8), height }));
          }
      link.append(...texts);
      return [link];
    }

    function spanRows(spans, across, inside) {
      const rows = [];
      for (const span of [...spans.values()].sort((one, other) => one.start - other.start || other.end - one.end)) {
        const [x, right] = [Math.max(across(span.start), LEFT), Math.min(across(span.end), RIGHT)];
        const text = `${span.words}: ${span.count}`;
        const half = text.length * 3.6;
        const middle = Math.min(Math.max((x + right) / 2, LEFT + half), RIGHT - half);
        let row = rows.findIndex((taken) => taken <= Math.min(x, middle - half));
        if (row < 0) row = rows.length;
        if (row > 5) continue;
        rows[row] = Math.max(right, middle + half) + 6;
        const y = BASE + 40 + 20 * row;
        const link = element("a", { class: "time-span", href: hrefOf(span.edtf.replace("/", "_").replace("~", "-about").replace("?", "-doubtful").replace("%", "-unsure")), "aria-label": `${text} ${span.count === 1 ? "event" : "events"} dated no more finely` });
        link.append(element("rect", { class: "reach", x, y: y - 4, width: Math.max(right - x, 2), height: 19 }), element("line", { x1: x, x2: Math.max(right, x + 2), y1: y, y2: y }), element("text", { x: middle, y: y + 13, "text-anchor": "middle" }, text));
        inside.append(link);
      }
      return rows.length;
    }

    // the list follows when one has come to rest
    function follow() {
      const snap = to - from <= 2 * DAY ? STEPS.hour : STEPS.day;
      const [first, end] = [snap.floor(from + (to - from) * 0.001), snap.floor(to - 1)];
      const spelled = first <= all[0] && to >= all[1] ? "" : first === end ? snap.spelled(first) : first - (first % DAY) === end - (end % DAY) ? STEPS.day.spelled(first) : `${STEPS.day.spelled(first)}_${STEPS.day.spelled(end)}`;
      const address = new URL(location.href);
      address.searchParams.delete("page");
      if (spelled) address.searchParams.set("day", spelled);
      else address.searchParams.delete("day");
      fetch(address, { headers: { "HX-Request": "true" } })
        .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)))
        .then((text) => {
          const page = new DOMParser().parseFromString(text, "text/html");
          for (const id of ["told", "events", "zooms", "apart"]) document.getElementById(id)?.replaceChildren(...(page.getElementById(id)?.childNodes ?? []));
          const field = document.getElementById("by-day");
          if (field) field.value = spelled;
          history.replaceState(history.state, "", address);
        })
        .catch(() => {});
    }

    function look(first, last) {
      const span = Math.min(Math.max(last - first, 3 * HOUR), bounds[1] - bounds[0]);
      const middle = (first + last) / 2;
      from = Math.min(Math.max(middle - span / 2, bounds[0]), bounds[1] - span);
      to = from + span;
      if (!waiting) waiting = requestAnimationFrame(draw);
      clearTimeout(resting);
      resting = setTimeout(follow, REST);
    }

    // keys zoom in to where the events are
    const busiest = () => {
      const seen = events.filter((event) => event.start >= from && event.end <= to).map((event) => event.start);
      return seen[seen.length >> 1] ?? (from + to) / 2;
    };
    const zoom = (by, at = busiest()) => look(at - (at - from) / by, at + (to - at) / by);
    const timeAt = (event) => {
      const box = svg.getBoundingClientRect();
      return from + (((event.clientX - box.left) * WIDTH) / box.width - LEFT) / (RIGHT - LEFT) * (to - from);
    };
    const shift = (part) => look(from + (to - from) * part, to + (to - from) * part);
    const keys = { "+": () => zoom(1.5), "=": () => zoom(1.5), "-": () => zoom(1 / 1.5), ArrowLeft: () => shift(-0.2), ArrowRight: () => shift(0.2), 0: () => look(...whole) };

    svg.setAttribute("tabindex", "0");
    svg.addEventListener("keydown", (event) => {
      if (event.target !== svg || !keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      keys[event.key]();
    });
    svg.addEventListener("wheel", (event) => {
      // without the key the wheel scrolls the page, as everywhere
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoom(2 ** (-event.deltaY * (event.deltaMode ? 0.05 : 0.004)), timeAt(event));
    }, { passive: false });
    let held = null;
    let far = false;
    svg.addEventListener("pointerdown", (event) => {
      if (event.button === 0 && event.isPrimary) held = event.clientX;
      far = false;
    });
    svg.addEventListener("pointermove", (event) => {
      if (held === null || !event.isPrimary) return;
      const moved = event.clientX - held;
      if (!far && Math.abs(moved) < 5) return;
      if (!far) svg.setPointerCapture(event.pointerId);
      far = true;
      held = event.clientX;
      shift((-moved * WIDTH) / svg.getBoundingClientRect().width / (RIGHT - LEFT));
    });
    for (const end of ["pointerup", "pointercancel"]) svg.addEventListener(end, () => (held = null));
    svg.addEventListener("dragstart", (event) => event.preventDefault());
    svg.addEventListener("click", (event) => far && event.preventDefault(), true);
    strip.classList.add("live");
    strip.querySelector(".how").hidden = false;
  }

  begin();
  document.addEventListener("htmx:afterSettle", begin);
  document.addEventListener("htmx:historyRestore", begin);
})();
