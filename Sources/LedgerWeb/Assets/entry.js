// The entry form saves by itself, takes a column pasted from a spreadsheet and moves by keys. Without
// this the form is posted, and the server says and does the same.
(() => {
  'use strict';
  const form = document.getElementById('entry');
  if (!form || typeof fetch !== 'function' || typeof DOMParser !== 'function') return;

  const words = {};
  for (const word of document.querySelectorAll('#entry-words [data-word]')) {
    words[word.dataset.word] = word.textContent;
  }
  const filled = (text, ...details) =>
    details.reduce((all, detail, place) => all.replace(`{${place}}`, detail), text);
  const status = document.getElementById('save');
  const say = (text, isBad) => {
    status.textContent = text;
    status.classList.toggle('bad', Boolean(isBad));
  };
  const cells = [...form.querySelectorAll('input.cell')];
  const row = (field) => field.closest('tr');
  const absence = (cell) => row(cell).querySelector('select');
  const isBlank = (cell) => cell.value.trim() === '' && absence(cell).value === '';
  const token = () => form.elements.csrf.value;
  const setToken = (value) => {
    for (const field of document.querySelectorAll('input[name=csrf]')) field.value = value;
  };
  const setVersion = (version, basedOn) => {
    for (const field of document.querySelectorAll('input[name=version]')) field.value = version;
    form.elements.basedOn.value = basedOn;
  };
  document.getElementById('howto').hidden = false;

  // MARK: Numbers, as the server reads them (FigureText; Tests/Fixtures/figure-texts.csv holds both
  // to the same). Digits are moved, never computed.

  const halfWidth = (text) => text
    .replace(/[\uFF01-\uFF5E]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xFEE0))
    .replace(/[\u3000\u00A0\u2007\u2009\u202F\t]/g, ' ').replace(/\u2212/g, '-');
  const number = /^([-+]?)(\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:\.(\d+))? *([万亿]?)$/;

  // The number as the ledger writes it; null for anything unsure, which stays as it was typed.
  const tidy = (text) => {
    const found = number.exec(halfWidth(text).replace(/^ +| +$/g, ''));
    if (!found || text.length > 60) return null;
    const places = { 万: 4, 亿: 8 }[found[4]] || 0;
    const decimals = (found[3] || '').padEnd(places, '0');
    const whole = (found[2].replace(/[, ]/g, '') + decimals.slice(0, places)).replace(/^0+(?=\d)/, '');
    const rest = decimals.slice(places).replace(/0+$/, '');
    if (whole.length > 14 || rest.length > 4) return null;
    const text2 = rest ? `${whole}.${rest}` : whole;
    return found[1] === '-' && /[1-9]/.test(text2) ? '-' + text2 : text2;
  };

  const mark = (cell, text) => {
    const box = document.getElementById('m-' + row(cell).dataset.code);
    box.replaceChildren();
    row(cell).classList.toggle('bad', Boolean(text));
    row(cell).classList.remove('warn');
    cell.removeAttribute('aria-invalid');
    if (!text) return;
    cell.setAttribute('aria-invalid', 'true');
    const tag = document.createElement('span');
    tag.className = 'tag tag-bad';
    tag.textContent = words.mustChange;
    const line = document.createElement('p');
    line.append(tag, ' ' + text);
    box.append(line);
  };
  const clean = (cell) => {
    if (cell.value.trim() === '') return;
    const plain = tidy(cell.value);
    if (plain !== null) {
      if (plain !== cell.value) cell.value = plain;
      return;
    }
    // Not at once: a line more would move the button away that is just being pressed.
    cell.setAttribute('aria-invalid', 'true');
    setTimeout(() => {
      if (cell.value.trim() !== '' && tidy(cell.value) === null) mark(cell, words.notNumber);
    }, 400);
  };

  // MARK: What is kept on this computer until the server has it: figures, no names.

  const prefix = 'taizhang-entry:';
  const key = `${prefix}${form.dataset.account}|${form.dataset.key}`;
  const week = 7 * 24 * 3600 * 1000;
  const fields = () => {
    const all = {};
    for (const field of form.elements) {
      if (/^[van]-/.test(field.name)) all[field.name] = field.value;
    }
    return all;
  };
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  const kept = (name) => {
    try { return JSON.parse(localStorage.getItem(name)); } catch { return null; }
  };
  const keep = () => {
    try {
      localStorage.setItem(key, JSON.stringify({
        at: Date.now(), version: form.elements.version.value, basedOn: form.elements.basedOn.value,
        fields: fields(),
      }));
    } catch { /* the server's draft alone, then */ }
  };
  const forget = () => { try { localStorage.removeItem(key); } catch { /* nothing was kept */ } };
  const forgetOld = () => {
    try {
      for (const name of Object.keys(localStorage)) {
        if (name.startsWith(prefix) && !(Date.now() - (kept(name)?.at || 0) < week)) {
          localStorage.removeItem(name);
        }
      }
    } catch { /* nothing is kept */ }
  };

  // MARK: Saving

  let timer = 0;
  let running = null;
  let isDirty = false;
  let isStopped = false;
  let isLeaving = false;

  const progress = () => {
    const count = cells.filter((cell) => !isBlank(cell)).length;
    document.getElementById('pg').value = count;
    document.getElementById('pgt').textContent = filled(words.filled, count, cells.length);
  };
  const later = (milliseconds) => {
    clearTimeout(timer);
    timer = setTimeout(save, milliseconds);
  };
  const touch = () => {
    isDirty = true;
    progress();
    keep();
    if (isStopped) return;
    say(words.changed);
    later(1200);
  };

  // What the server says beside each field; where somebody typed on meanwhile, their text stays.
  const show = (page, sent) => {
    for (const cell of cells) {
      const code = row(cell).dataset.code;
      const there = page.getElementById('r-' + code);
      if (!there) continue;
      const field = there.querySelector('input.cell');
      const isUnchanged = cell.value === sent['v-' + code];
      if (isUnchanged && document.activeElement !== cell) cell.value = field.value;
      if (!isUnchanged) continue;
      row(cell).className = there.className;
      if (field.hasAttribute('aria-invalid')) cell.setAttribute('aria-invalid', 'true');
      else cell.removeAttribute('aria-invalid');
      document.getElementById('m-' + code)
        .replaceChildren(...document.importNode(page.getElementById('m-' + code), true).childNodes);
    }
  };

  const differ = (page) => {
    isStopped = true;
    const box = page.getElementById('conflict');
    if (!box) {
      say(page.querySelector('main .lead')?.textContent || words.failed, true);
      return;
    }
    document.getElementById('conflict')?.remove();
    setVersion(page.querySelector('input[name=version]').value,
      page.querySelector('input[name=basedOn]').value);
    form.insertBefore(document.importNode(box, true), form.querySelector('.bar'));
    say(words.compare, true);
    document.getElementById('conflict').focus();
  };

  const answered = (answer, page, sent) => {
    if (answer.status === 409 || page.getElementById('conflict')) {
      differ(page);
    } else if (answer.ok && page.getElementById('entry')) {
      show(page, sent);
      setVersion(page.querySelector('#entry input[name=version]').value,
        page.querySelector('#entry input[name=basedOn]').value);
      isDirty = !same(fields(), sent) && !isTidied(sent);
      if (isDirty) later(1200); else forget();
      say(page.getElementById('save').textContent);
      try { localStorage.setItem('taizhang-last-use', String(Date.now())); } catch { /* alone */ }
    } else if (answer.status === 422) {
      show(page, sent);
      say(words.localOnly, true);
    } else if (answer.ok) {
      // Submitted meanwhile, in another window.
      isDirty = false;
      forget();
      location.assign(answer.url);
    } else {
      say(words.failed, true);
      later(10_000);
    }
  };
  // Whether the fields differ from what was sent only in how the server writes numbers.
  const isTidied = (sent) => Object.entries(fields()).every(([name, value]) =>
    value === sent[name] || name.startsWith('v-') && tidy(sent[name]) === value);

  const post = async () => {
    const sent = fields();
    const body = new URLSearchParams(new FormData(form));
    body.set('do', 'save');
    say(words.saving);
    let answer;
    let text;
    try {
      answer = await fetch(form.action, { method: 'POST', body });
      text = await answer.text();
    } catch {
      say(words.offline, true);
      later(10_000);
      return false;
    }
    if (answer.status === 401 || answer.status === 403) {
      // Somebody who signed in again in another window has a new token.
      if (answer.status === 403 && await takeToken()) return post();
      say(words.expired, true);
      askToSignIn();
      return false;
    }
    answered(answer, new DOMParser().parseFromString(text, 'text/html'), sent);
    return !isDirty;
  };
  const save = () => {
    clearTimeout(timer);
    if (isStopped) return Promise.resolve(false);
    running = running || post().finally(() => { running = null; });
    return running;
  };

  // MARK: Signing in again, in place

  const dialog = document.getElementById('relogin');
  const problem = document.getElementById('relogin-error');
  const askToSignIn = () => {
    document.getElementById('timeout')?.close?.();
    if (!dialog.open) dialog.showModal();
    document.getElementById('relogin-password').focus();
  };
  const refuse = (text) => { problem.textContent = text; problem.hidden = false; };
  const goOn = (csrf) => {
    setToken(csrf);
    problem.hidden = true;
    for (const field of dialog.querySelectorAll('input:not([readonly])')) field.value = '';
    dialog.close();
    later(0);
  };
  const takeToken = async () => {
    try {
      const answer = await fetch('/api/v1/me', { headers: { accept: 'application/json' } });
      const me = answer.ok ? await answer.json() : null;
      if (!me || me.account !== form.dataset.account || me.csrfToken === token()) return null;
      setToken(me.csrfToken);
      return me.csrfToken;
    } catch { return null; }
  };
  dialog.querySelector('form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const value = (id) => document.getElementById('relogin-' + id).value.trim();
    const content = { account: form.dataset.account, password: value('password') };
    if (value('code')) content.code = value('code').replace(/ /g, '');
    try {
      const answer = await fetch('/api/v1/sessions', {
        method: 'POST', body: JSON.stringify(content),
        headers: {
          'content-type': 'application/json', 'accept-language': document.documentElement.lang,
          'idempotency-key': 'relogin-' + Date.now(), 'x-csrf-token': token(),
        },
      });
      const told = await answer.json();
      if (answer.ok) return goOn(told.csrfToken);
      if (told.code === 'session.code_needed') {
        document.getElementById('relogin-factor').hidden = false;
        document.getElementById('relogin-code').focus();
      }
      return refuse(`${told.title} ${told.detail || ''}`);
    } catch {
      return refuse(words.offline);
    }
  });
  document.getElementById('relogin-done').addEventListener('click', async () => {
    const csrf = await takeToken();
    if (csrf) goOn(csrf); else refuse(words.otherAccount);
  });

  // MARK: Typing, pasting, moving

  // Text from a spreadsheet: tabs and line ends between cells; one that holds any is quoted.
  const table = (text) => {
    const rows = [['']];
    const add = (one) => { rows[rows.length - 1][rows[rows.length - 1].length - 1] += one; };
    let isQuoted = false;
    let isStart = true;
    for (let place = 0; place < text.length; place += 1) {
      const one = text[place];
      if (isQuoted && one === '"' && text[place + 1] === '"') { add('"'); place += 1; }
      else if (isQuoted && one === '"') isQuoted = false;
      else if (isQuoted) add(one);
      else if (isStart && one === '"') { isQuoted = true; isStart = false; }
      else if (one === '\t') { rows[rows.length - 1].push(''); isStart = true; }
      else if (one === '\n') { rows.push(['']); isStart = true; }
      else if (one !== '\r') { add(one); isStart = false; }
    }
    while (rows.length > 1 && rows[rows.length - 1].join('') === '') rows.pop();
    return rows;
  };
  form.addEventListener('paste', (event) => {
    const text = event.clipboardData.getData('text/plain');
    if (text.length > 100_000) {
      event.preventDefault();
      say(words.pasteTooLarge, true);
      return;
    }
    const start = cells.indexOf(event.target);
    if (start < 0 || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const rows = table(text);
    const taken = cells.slice(start, start + rows.length);
    taken.forEach((cell, place) => {
      const last = rows[place][rows[place].length - 1];
      cell.value = tidy(last) ?? last.trim().slice(0, 60);
      mark(cell, '');
      clean(cell);
    });
    touch();
    const more = rows.length - taken.length;
    say(more > 0 ? filled(words.pastedMore, taken.length, more) : filled(words.pasted, taken.length));
  });
  form.addEventListener('input', (event) => {
    if (/^[van]-/.test(event.target.name)) touch();
  });
  form.addEventListener('focusout', (event) => {
    if (!event.target.classList.contains('cell')) return;
    const before = event.target.value;
    clean(event.target);
    if (event.target.value !== before) touch();
  });
  form.addEventListener('keydown', (event) => {
    // Enter that chooses a word of an input method is none of ours.
    if (event.isComposing || event.keyCode === 229) return;
    const place = cells.indexOf(event.target);
    const move = (cell) => { if (cell) { cell.focus(); cell.select(); } };
    if (place >= 0 && (event.key === 'Enter' || event.key === 'ArrowDown')) {
      event.preventDefault();
      if (cells[place + 1]) move(cells[place + 1]);
      else form.querySelector('button[value=check]').focus();
    } else if (place >= 0 && event.key === 'ArrowUp') {
      event.preventDefault();
      move(cells[place - 1]);
    } else if (event.key === 'Enter' && event.target.classList.contains('note')) {
      event.preventDefault();
      move(cells[cells.indexOf(row(event.target).querySelector('.cell')) + 1]);
    }
  });
  form.querySelector('button[value=zero]').addEventListener('click', (event) => {
    event.preventDefault();
    for (const cell of cells.filter(isBlank)) {
      cell.value = '0';
      mark(cell, '');
    }
    touch();
  });

  // Leaving by a button: what is on its way arrives first, so that nobody disputes with oneself.
  const leave = async (event, target) => {
    if (isLeaving || isStopped || !isDirty && !running) {
      // What was chosen where drafts differ is not what was typed before.
      if (isStopped) forget();
      isLeaving = true;
      return;
    }
    event.preventDefault();
    const button = event.submitter;
    if (running) await running;
    if (isDirty && !await save()) return;
    isLeaving = true;
    target.requestSubmit(button);
  };
  form.addEventListener('submit', (event) => leave(event, form));
  const file = document.getElementById('entry-file');
  file.addEventListener('submit', (event) => leave(event, file));
  addEventListener('pageshow', () => { isLeaving = false; });
  addEventListener('online', () => { if (isDirty) later(0); });
  addEventListener('beforeunload', (event) => {
    if (isDirty && !isLeaving) event.preventDefault();
  });

  // MARK: What an earlier window could not save

  forgetOld();
  const old = kept(key);
  if (old && same(old.fields, fields())) {
    forget();
  } else if (old && !document.getElementById('conflict')) {
    for (const field of form.elements) {
      if (old.fields[field.name] !== undefined) field.value = old.fields[field.name];
    }
    setVersion(old.version, old.basedOn);
    isDirty = true;
    progress();
    say(words.restored, true);
    later(1200);
  }
})();
