// Moves about the map and zooms into it. Without this, the map is the picture that the server drew, and its list.
"use strict";

(() => {
  const WORLD = "/static/vendor/countries-50m.json";
  const DIVISIONS = "/map/divisions.geojson";
  const CLOSEST = 60;
  const STEP = 1.6;
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  // where one has moved to stays when another day is chosen
  let view = { k: 1, x: 0, y: 0 };
  let outlines = null;
  let sliding = false;

  function begin() {
    const svg = document.querySelector("#map-figure svg.world");
    if (svg && !svg.dataset.live) live(svg);
    offerDays();
  }

  // The server's projection: true to shape at the middle of the frame.
  function projectionOf(svg, width) {
    const [west, east, south, north] = ["west", "east", "south", "north"].map((side) => Number(svg.dataset[side]));
    const squeeze = Math.max(Math.cos((((north + south) / 2) * Math.PI) / 180), 0.2);
    const unit = width / (east - west);
    return d3
      .geoProjection((longitude, latitude) => [longitude * squeeze, latitude])
      .scale((unit * 180) / Math.PI / squeeze)
      .translate([-west * unit, (north * unit) / squeeze]);
  }

  function live(svg) {
    svg.dataset.live = "yes";
    const frame = svg.closest(".map-frame");
    const figure = svg.closest("figure");
    const { width, height } = svg.viewBox.baseVal;
    const projection = projectionOf(svg, width);
    const ground = svg.querySelector(".ground");
    const corners = [projection([-180, 84]), projection([180, -84])];
    const farthest = Math.min(width / (corners[1][0] - corners[0][0]), 1);
    const marks = [...svg.querySelectorAll("a.spot")].reverse().map((node) => ({
      node,
      at: projection([Number(node.dataset.lon), Number(node.dataset.lat)]),
      aside: [Number(node.dataset.dx), Number(node.dataset.dy)],
      radius: Number(node.querySelector("circle").getAttribute("r")),
      name: node.querySelector("title").textContent.split(":")[0].replace(/, [A-Z]{2}$/, ""),
    }));
    let waiting = 0;

    function kept({ k, x, y }) {
      k = Math.min(Math.max(k, farthest), CLOSEST);
      const hold = (at, low, high, size) =>
        (high - low) * k <= size ? (size - (high + low) * k) / 2 : Math.min(Math.max(at, size - high * k), -low * k);
      return {
        k,
        x: hold(x, corners[0][0], corners[1][0], width),
        y: hold(y, corners[0][1], corners[1][1], height),
      };
    }

    function show(next) {
      view = kept(next);
      if (!waiting) waiting = requestAnimationFrame(place);
    }

    function place() {
      waiting = 0;
      ground.setAttribute("transform", `translate(${view.x} ${view.y}) scale(${view.k})`);
      const taken = [];
      for (const mark of marks) {
        mark.x = mark.at[0] * view.k + view.x + mark.aside[0];
        mark.y = mark.at[1] * view.k + view.y + mark.aside[1];
        const inside = mark.x >= 0 && mark.x <= width && mark.y >= 0 && mark.y <= height;
        mark.inside = inside;
        mark.node.setAttribute("transform", `translate(${mark.x.toFixed(1)} ${mark.y.toFixed(1)})`);
        mark.node.setAttribute("visibility", inside ? "visible" : "hidden");
        if (inside) taken.push([mark.x - 4, mark.y - 4, mark.x + 4, mark.y + 4]);
      }
      for (const mark of marks) if (mark.inside) label(mark, taken);
    }

    function label(mark, taken) {
      const wide = mark.name.length * 6.9;
      const far = mark.radius + 3;
      const sides = [["start", far, 4, 0], ["end", -far, 4, wide], ["middle", 0, -far - 2, wide / 2], ["middle", 0, far + 11, wide / 2]];
      let text = mark.node.querySelector("text");
      for (const [anchor, dx, dy, back] of sides) {
        const left = mark.x + dx - back;
        const box = [left, mark.y + dy - 12, left + wide, mark.y + dy + 4];
        const free = box[0] >= 0 && box[2] <= width && box[1] >= 0 && box[3] <= height &&
          !taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]);
        if (!free) continue;
        taken.push(box);
        if (!text) {
          text = document.createElementNS(svg.namespaceURI, "text");
          text.textContent = mark.name;
          mark.node.append(text);
        }
        for (const [name, value] of [["x", dx], ["y", dy], ["text-anchor", anchor], ["visibility", "inherit"]]) text.setAttribute(name, value);
        return;
      }
      text?.setAttribute("visibility", "hidden");
    }

    function zoomed(by, [x, y] = [width / 2, height / 2]) {
      const k = Math.min(Math.max(view.k * by, farthest), CLOSEST);
      return { k, x: x - ((x - view.x) * k) / view.k, y: y - ((y - view.y) * k) / view.k };
    }

    function glide(target) {
      target = kept(target);
      if (still.matches) return show(target);
      const from = { ...view };
      const began = performance.now();
      const step = (now) => {
        const part = Math.min((now - began) / 220, 1);
        const eased = part * (2 - part);
        const k = from.k * (target.k / from.k) ** eased;
        show({ k, x: from.x + (target.x - from.x) * eased, y: from.y + (target.y - from.y) * eased });
        if (part < 1) requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
    }

    const moves = {
      in: () => zoomed(STEP),
      out: () => zoomed(1 / STEP),
      left: () => ({ ...view, x: view.x + width / 4 }),
      right: () => ({ ...view, x: view.x - width / 4 }),
      up: () => ({ ...view, y: view.y + height / 4 }),
      down: () => ({ ...view, y: view.y - height / 4 }),
      home: () => ({ k: 1, x: 0, y: 0 }),
    };
    const keys = { "+": "in", "=": "in", "-": "out", 0: "home", ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };
    const scale = () => width / svg.getBoundingClientRect().width;
    const pointOf = (event) => {
      const box = svg.getBoundingClientRect();
      return [(event.clientX - box.left) * scale(), (event.clientY - box.top) * scale()];
    };

    svg.setAttribute("tabindex", "0");
    figure.addEventListener("click", (event) => {
      const move = event.target.closest?.("button[data-zoom]")?.dataset.zoom;
      if (move) glide(moves[move]());
    });
    svg.addEventListener("keydown", (event) => {
      const move = keys[event.key];
      if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      glide(moves[move]());
    });
    svg.addEventListener("wheel", (event) => {
      // without the key the wheel scrolls the page, as everywhere
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      show(zoomed(2 ** (-event.deltaY * (event.deltaMode ? 0.05 : 0.004)), pointOf(event)));
    }, { passive: false });
    svg.addEventListener("dblclick", (event) => glide(zoomed(STEP * STEP, pointOf(event))));
    drags(svg, frame, (dx, dy) => show({ ...view, x: view.x + dx * scale(), y: view.y + dy * scale() }));

    figure.querySelector(".map-tools").hidden = false;
    frame.classList.add("live");
    place();
    // where one had moved to, nothing may have happened on another day
    if (!marks.some((mark) => mark.inside)) show(moves.home());
    drawGround(ground, d3.geoPath(projection).digits(2));
  }

  function drags(svg, frame, moved) {
    let held = null;
    let far = false;
    svg.addEventListener("pointerdown", (event) => {
      if (event.button === 0 && event.isPrimary) held = [event.clientX, event.clientY];
      far = false;
    });
    svg.addEventListener("pointermove", (event) => {
      if (!held || !event.isPrimary) return;
      const [dx, dy] = [event.clientX - held[0], event.clientY - held[1]];
      if (!far && Math.hypot(dx, dy) < 5) return;
      if (!far) svg.setPointerCapture(event.pointerId);
      far = true;
      frame.classList.add("dragged");
      held = [event.clientX, event.clientY];
      moved(dx, dy);
    });
    for (const end of ["pointerup", "pointercancel"])
      svg.addEventListener(end, () => {
        held = null;
        frame.classList.remove("dragged");
      });
    svg.addEventListener("dragstart", (event) => event.preventDefault());
    // what was dragged was not clicked
    svg.addEventListener("click", (event) => far && event.preventDefault(), true);
  }

  // The whole world, finer than the server's part of it; until it is there, and if it never comes, the server's stays.
  async function drawGround(ground, path) {
    outlines ??= Promise.all([WORLD, DIVISIONS].map((address) => fetch(address).then((answer) => answer.json())));
    let world, divisions;
    try {
      [world, divisions] = await outlines;
    } catch {
      outlines = null;
      return;
    }
    const { countries, land } = world.objects;
    const shapes = {
      land: topojson.feature(world, land),
      division: divisions,
      border: topojson.mesh(world, countries, (one, other) => one !== other),
      coast: topojson.mesh(world, countries, (one, other) => one === other),
    };
    ground.replaceChildren(
      ...Object.entries(shapes).map(([kind, shape]) => {
        const drawn = document.createElementNS(ground.namespaceURI, "path");
        drawn.setAttribute("class", kind);
        drawn.setAttribute("d", path(shape) ?? "");
        return drawn;
      }),
    );
  }

  function look(address) {
    return htmx.ajax("GET", address, { target: "#main", swap: "innerHTML show:none" });
  }

  // One day after the other, with a slider beside the columns.
  function offerDays() {
    const picker = document.getElementById("day-picker");
    if (!picker || picker.dataset.live) return;
    picker.dataset.live = "yes";
    const days = [...picker.querySelectorAll("a.column")];
    const all = new URL(location.href);
    all.searchParams.delete("from");
    all.searchParams.delete("to");
    all.searchParams.delete("page");
    const { from, to } = picker.dataset;
    const here = days.findIndex((day) => {
      const asked = new URL(day.href.baseVal, location.href).searchParams;
      return from && asked.get("from") === from && asked.get("to") === to;
    });
    days[here]?.classList.add("chosen");
    picker.addEventListener("click", (event) => {
      const link = event.target.closest?.("a");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      look(link.href.baseVal);
    });
    if (days.length < 2) return;
    const words = (place) => (place < 0 ? "all days" : days[place].getAttribute("aria-label"));
    const row = document.createElement("p");
    row.className = "day-slider";
    const label = document.createElement("label");
    label.htmlFor = "day-slider";
    label.textContent = "One after the other";
    const slider = Object.assign(document.createElement("input"), { type: "range", id: "day-slider", min: "0", max: String(days.length), value: String(here + 1) });
    const told = document.createElement("output");
    told.htmlFor = "day-slider";
    const say = () => {
      told.textContent = words(Number(slider.value) - 1);
      slider.setAttribute("aria-valuetext", told.textContent);
    };
    slider.addEventListener("input", say);
    let resting = 0;
    slider.addEventListener("change", () => {
      // keys change it again and again
      clearTimeout(resting);
      resting = setTimeout(() => {
        sliding = true;
        const place = Number(slider.value) - 1;
        look(place < 0 ? all.pathname + all.search : days[place].href.baseVal);
      }, 350);
    });
    say();
    row.append(label, slider, told);
    picker.append(row);
    if (sliding) slider.focus();
    sliding = false;
  }

  begin();
  document.addEventListener("htmx:afterSettle", begin);
  document.addEventListener("htmx:historyRestore", begin);
})();
