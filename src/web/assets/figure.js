// What a figure does beyond what it does without scripts: arrow keys go from point to point, whose words are said, and
// the drawing can be had as PNG.
(() => {
  const SVG = 'http://www.w3.org/2000/svg';
  const PIXELS = 2;

  for (const figure of document.querySelectorAll('[data-figure]')) {
    lookThrough(figure);
    offerPng(figure);
  }

  function lookThrough(figure) {
    const room = figure.querySelector('[data-chart]');
    const drawing = room?.querySelector('svg');
    const said = figure.querySelector('.figure-said');
    if (!drawing || !said) return;
    const points = [...drawing.querySelectorAll('path')].filter((path) => path.querySelector(':scope > title'));
    if (points.length === 0) return;
    figure.querySelector('.figure-keys').hidden = false;
    const cursor = document.createElementNS(SVG, 'circle');
    for (const [name, value] of [
      ['r', 12],
      ['fill', 'none'],
      ['stroke', '#1a1a1a'],
      ['stroke-width', 3],
    ]) {
      cursor.setAttribute(name, value);
    }
    let at = -1;

    room.addEventListener('keydown', (event) => {
      const next = {
        ArrowRight: at + 1,
        ArrowDown: at + 1,
        ArrowLeft: at - 1,
        ArrowUp: at - 1,
        Home: 0,
        End: points.length - 1,
      }[event.key];
      if (next === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      at = Math.min(points.length - 1, Math.max(0, next));
      show(points[at]);
    });
    room.addEventListener('blur', () => cursor.remove());

    function show(point) {
      const [, x, y] = /translate\(([\d.-]+)[ ,]([\d.-]+)\)/.exec(point.getAttribute('transform') ?? '') ?? [];
      if (x !== undefined) {
        cursor.setAttribute('cx', x);
        cursor.setAttribute('cy', y);
        drawing.append(cursor);
        cursor.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      }
      said.textContent = point.querySelector('title').textContent;
    }
  }

  function offerPng(figure) {
    const button = figure.querySelector('[data-png]');
    if (!button) return;
    button.hidden = false;
    button.addEventListener('click', () => {
      const image = new Image();
      image.addEventListener('load', () => {
        const canvas = document.createElement('canvas');
        canvas.width = image.naturalWidth * PIXELS;
        canvas.height = image.naturalHeight * PIXELS;
        canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
        canvas.toBlob((blob) => save(blob, `${figure.dataset.figure}.png`), 'image/png');
      });
      image.src = figure.dataset.svg;
    });
  }

  function save(blob, name) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }
})();
