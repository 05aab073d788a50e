// Checks a published edition in the reader's own browser, with nothing of the ledger but the bytes
// that it hands out: the document, its proof, and the signed checkpoint.
(() => {
  'use strict';
  const box = document.getElementById('verify');
  const start = document.getElementById('verify-start');
  if (!box || !start) return;
  const said = box.dataset;
  const subtle = window.crypto && window.crypto.subtle;

  const bytes = (hex) => Uint8Array.from(hex.match(/../g) || [], (pair) => parseInt(pair, 16));
  const hex = (buffer) => Array.from(buffer, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const sha256 = async (data) => new Uint8Array(await subtle.digest('SHA-256', data));
  const joined = (...parts) => {
    const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
    let place = 0;
    for (const part of parts) { whole.set(part, place); place += part.length; }
    return whole;
  };
  const endsWith = (whole, end) => hex(whole).endsWith(hex(end));
  const text = (data) => new TextDecoder('utf-8').decode(data);

  // A shape and a word, never a colour alone.
  const show = (step, outcome, found) => {
    const item = document.getElementById('step-' + step);
    const state = item.querySelector('[data-state]');
    state.textContent = said[outcome];
    state.className = 'tag ' + { yes: 'tag-ok', no: 'tag-bad', cannot: 'tag-none' }[outcome];
    const place = item.querySelector('[data-found]');
    if (place && found) place.textContent = found;
    return outcome === 'yes';
  };

  // RFC 9162, 2.1.3.2: from the leaf to the root.
  const root = async (checkpoint) => {
    let node = await sha256(joined(Uint8Array.of(0), bytes(checkpoint.leaf)));
    let index = checkpoint.index;
    let last = checkpoint.size - 1;
    for (const sibling of checkpoint.path.map(bytes)) {
      if (last === 0) return null;
      if (index % 2 === 1 || index === last) {
        node = await sha256(joined(Uint8Array.of(1), sibling, node));
        while (index % 2 === 0 && index !== 0) { index >>= 1; last >>= 1; }
      } else {
        node = await sha256(joined(Uint8Array.of(1), node, sibling));
      }
      index >>= 1;
      last >>= 1;
    }
    return last === 0 ? node : null;
  };

  const signed = async (checkpoint) => {
    try {
      const key = await subtle.importKey(
        'raw', bytes(checkpoint.publicKey), { name: 'Ed25519' }, false, ['verify']);
      const fits = await subtle.verify(
        { name: 'Ed25519' }, key, bytes(checkpoint.signature), bytes(checkpoint.statement));
      return fits ? 'yes' : 'no';
    } catch {
      return 'cannot';
    }
  };

  const check = async () => {
    const answer = await fetch(said.proof, { headers: { accept: 'application/json' } });
    if (!answer.ok) throw new Error(String(answer.status));
    const proof = await answer.json();
    let hash = proof.sha256;
    if (said.document) {
      const document = await fetch(said.document, { headers: { accept: 'application/json' } });
      if (!document.ok) throw new Error(String(document.status));
      hash = hex(await sha256(new Uint8Array(await document.arrayBuffer())));
      show('document', hash === said.sha256 ? 'yes' : 'no', hash);
    } else {
      show('document', 'cannot');
    }
    const entries = proof.entries.map(bytes);
    let last = await sha256(entries[0]);
    show('entry', text(entries[0]).includes(hash) ? 'yes' : 'no', hex(last));
    let holds = true;
    for (const entry of entries.slice(1)) {
      holds = holds && endsWith(entry, last);
      last = await sha256(entry);
    }
    show('chain', holds ? 'yes' : 'no', hex(last));
    const checkpoint = proof.checkpoint;
    if (!checkpoint) {
      show('tree', 'cannot');
      show('signature', 'cannot');
      return;
    }
    const found = await root(checkpoint);
    const fits = found && hex(found) === checkpoint.root && endsWith(bytes(checkpoint.leaf), last)
      && text(bytes(checkpoint.statement)).includes(checkpoint.root);
    show('tree', fits ? 'yes' : 'no', found ? hex(found) : '');
    show('signature', await signed(checkpoint));
  };

  start.hidden = false;
  start.addEventListener('click', async () => {
    const outcome = document.getElementById('verify-outcome');
    start.disabled = true;
    try {
      if (!subtle) { outcome.textContent = said.insecure; return; }
      outcome.textContent = said.working;
      await check();
      const states = Array.from(box.querySelectorAll('[data-state]'), (state) => state.textContent);
      outcome.textContent = states.includes(said.no) ? said.bad
        : states.includes(said.cannot) ? said.partly : said.good;
    } catch (error) {
      outcome.textContent = said.failed + ' (' + error.message + ')';
    } finally {
      start.disabled = false;
    }
  });
})();
