// A slider over the days on which something was received, beside the field for a day.
(() => {
  const form = document.querySelector('form[data-days]');
  const days = (form?.dataset.days ?? '').split(' ').filter((day) => day !== '');
  if (form === null || days.length < 2) return;
  const field = form.querySelector('input[type="date"]');
  const format = new Intl.DateTimeFormat(form.dataset.locale, { dateStyle: 'long', timeZone: 'UTC' });
  const room = document.createElement('div');
  room.className = 'choice slide';
  const label = document.createElement('label');
  label.className = 'form-label';
  label.htmlFor = 'slide';
  label.textContent = form.dataset.slide;
  const slider = document.createElement('input');
  Object.assign(slider, { type: 'range', id: 'slide', min: '0', max: String(days.length - 1), step: '1' });
  const upTo = days.filter((day) => field.value === '' || day <= field.value).length;
  slider.value = String(Math.max(0, upTo - 1));
  const said = document.createElement('output');
  said.htmlFor = 'slide';
  const tell = () => {
    const day = format.format(new Date(days[Number(slider.value)]));
    said.textContent = day;
    slider.setAttribute('aria-valuetext', day);
  };
  slider.addEventListener('input', tell);
  slider.addEventListener('change', () => {
    field.value = days[Number(slider.value)];
    form.requestSubmit();
  });
  tell();
  room.append(label, slider, said);
  form.prepend(room);
})();
