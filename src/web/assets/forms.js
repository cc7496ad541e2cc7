// What forms do beyond what they do without scripts: say what does not fit while one types, show the fields that go, and
// keep what is written as a draft in this tab, CPR numbers apart.
(() => {
  for (const form of document.querySelectorAll('form.entry-form')) {
    showWhatGoes(form);
    form.addEventListener('change', () => showWhatGoes(form));
    form.addEventListener('focusout', ({ target }) => check(target));
    form.addEventListener('input', ({ target }) => target.getAttribute('aria-invalid') === 'true' && check(target));
    keepDraft(form);
  }
  for (const { dataset } of document.querySelectorAll('[data-sent-draft]'))
    sessionStorage.removeItem(nameOf(dataset.sentDraft));

  /** Fields of another kind than the chosen one are put away, so that nothing of them is sent. */
  function showWhatGoes(form) {
    const kind = form.elements.namedItem('kind');
    if (kind === null) return;
    for (const part of form.querySelectorAll('[data-of-kind]')) {
      part.hidden = part.dataset.ofKind !== kind.value;
      part.disabled = part.hidden;
    }
  }

  function check(field) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement) || field.type === 'hidden') return;
    const message = document.getElementById(`${field.id}-fault`);
    if (message === null) return;
    const isWrong = field.value !== '' || field.validity.badInput ? !field.validity.valid : false;
    const wasMissing =
      field.value === '' && field.getAttribute('aria-invalid') === 'true' && 'mandatory' in field.dataset;
    if (wasMissing) return;
    message.hidden = !isWrong;
    if (isWrong) message.textContent = field.dataset.says ?? field.validationMessage;
    field.closest('.form-group').classList.toggle('form-error', isWrong);
    if (isWrong) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
  }

  function nameOf(kind) {
    return `draft ${kind} ${location.pathname}`;
  }

  function keepDraft(form) {
    if (form.dataset.draft === undefined) return;
    const name = nameOf(form.dataset.draft);
    const note = form.querySelector('.draft-note');
    const fields = [...form.elements].filter(
      (field) => field.name && field.type !== 'hidden' && field.type !== 'submit' && field.dataset.kept !== 'no',
    );
    const isFresh = fields.every((field) => field.value === '');
    const draft = JSON.parse(sessionStorage.getItem(name) ?? '{}');
    if (isFresh) for (const field of fields) field.value = draft[field.name] ?? '';
    note.hidden = !fields.some((field) => field.value !== '');
    showWhatGoes(form);
    form.addEventListener('input', () => {
      const values = fields.filter((field) => field.value !== '').map((field) => [field.name, field.value]);
      sessionStorage.setItem(name, JSON.stringify(Object.fromEntries(values)));
      note.hidden = values.length === 0;
    });
    form.querySelector('[data-discards-draft]').addEventListener('click', () => {
      sessionStorage.removeItem(name);
      for (const field of fields) field.value = '';
      note.hidden = true;
      showWhatGoes(form);
    });
  }
})();
