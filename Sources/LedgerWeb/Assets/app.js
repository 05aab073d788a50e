// What pages do besides being read. Every one of them works without this.
(() => {
  'use strict';

  // Where the eye should go first: the box of errors, or the only field.
  const first = document.querySelector('[data-focus]');
  if (first) first.focus();

  // All boxes of a list at once; without a script each is ticked by itself.
  for (const label of document.querySelectorAll('[data-script]')) label.hidden = false;
  for (const all of document.querySelectorAll('[data-check-all]')) {
    all.addEventListener('change', () => {
      const boxes = all.form.querySelectorAll(`input[name^="${all.dataset.checkAll}"]`);
      for (const box of boxes) box.checked = all.checked;
    });
  }

  // How many are chosen stands on the button that acts on them.
  for (const count of document.querySelectorAll('[data-count]')) {
    const form = count.closest('form');
    const tell = () => {
      const chosen = form.querySelectorAll(`input[name^="${count.dataset.count}"]:checked`).length;
      count.textContent = chosen ? count.dataset.text.replace('{0}', chosen) : '';
    };
    form.addEventListener('change', tell);
    tell();
  }

  // Printing takes a script, so that its button is shown only here.
  for (const box of document.querySelectorAll('[data-print]')) {
    box.hidden = false;
    box.addEventListener('click', () => window.print());
  }

  // A new edition is told at the edge; what is being read stays where it is. Watching is no use of the
  // session: it ends as if nobody looked, and the stream with it.
  const news = document.querySelector('[data-news]');
  if (news && typeof EventSource === 'function') {
    const events = new EventSource('/api/v1/events');
    events.addEventListener('edition.publish', (event) => {
      let edition;
      try { ({ edition } = JSON.parse(event.data)); } catch { return; }
      if (!edition || edition.of !== news.dataset.news || edition.period < news.dataset.period
        || edition.number <= Number(news.dataset.edition)) return;
      news.firstElementChild.hidden = false;
      events.close();
    });
  }
  // A form is sent once, however often its button is pressed; coming back to the page makes it new.
  // What a page's own script held back was not sent: it has been heard before this.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.getAttribute('method') !== 'post') return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'yes';
  });
  window.addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
  });

  // Two minutes before a session ends by itself, a dialog says so and offers to go on.
  const dialog = document.getElementById('timeout');
  if (!dialog || typeof dialog.showModal !== 'function') return;
  const idle = Number(dialog.dataset.idle) * 1000;
  const left = Number(dialog.dataset.left) * 1000;
  const warning = 120 * 1000;
  const end = Date.now() + left;
  const key = 'taizhang-last-use';
  const stay = dialog.querySelector('button');

  // Other windows of the same session count as use.
  const lastUse = () => {
    try { return Math.max(Number(localStorage.getItem(key)) || 0, loaded); } catch { return loaded; }
  };
  const use = () => {
    loaded = Date.now();
    try { localStorage.setItem(key, String(loaded)); } catch { /* this window alone, then */ }
  };
  const ends = () => Math.min(end, idle > 0 ? lastUse() + idle : end);
  let loaded = 0;
  use();

  const show = (over) => {
    for (const part of dialog.querySelectorAll('[data-before]')) part.hidden = over;
    for (const part of dialog.querySelectorAll('[data-after]')) part.hidden = !over;
    if (!dialog.open) dialog.showModal();
  };
  const look = () => {
    const rest = ends() - Date.now();
    if (rest <= 0) show(true);
    else if (rest <= warning) show(false);
    else if (dialog.open) dialog.close();
    setTimeout(look, rest > warning ? Math.min(rest - warning, 30 * 1000) : 1000);
  };
  stay.addEventListener('click', async () => {
    try {
      const answer = await fetch('/api/v1/me', { headers: { accept: 'application/json' } });
      if (!answer.ok) return show(true);
      use();
      dialog.close();
    } catch {
      // Without network nothing is known: the dialog stays, and so does the page.
    }
  });
  look();
})();
