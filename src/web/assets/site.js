// What every page does beyond what it does without scripts: choices are sent as they are made, and pages whose contents
// change by themselves are renewed in place while nobody types in them.
(() => {
  const main = document.getElementById('content');

  for (const form of document.querySelectorAll('form[data-sends-itself]')) {
    form.addEventListener('change', (event) => {
      if (event.target instanceof HTMLSelectElement) form.requestSubmit();
    });
  }

  const seconds = Number(main?.dataset.renewedAfter ?? 0);
  if (seconds > 0) setInterval(renew, seconds * 1000);

  async function renew() {
    const isBusy = document.hidden || main.contains(document.activeElement) || main.querySelector('dialog[open]');
    if (isBusy) return;
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => undefined);
    if (answer === undefined || !answer.ok || answer.redirected) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('content');
    if (fresh === null || fresh.innerHTML === main.innerHTML) return;
    const open = [...main.querySelectorAll('details')].map((one) => one.open);
    main.replaceChildren(...fresh.childNodes);
    [...main.querySelectorAll('details')].forEach((one, at) => (one.open = open[at] ?? one.open));
    const told = document.getElementById('told');
    told.textContent = told.dataset.says;
  }
})();
