/**
 * The marks of one pupil in one lesson, kept in this browser until the service has
 * them. A reload, a lost connection and a restarted service lose nothing: what was not
 * acknowledged is sent again, and what is sent twice is one mark.
 */

/**
 * @typedef {{id: string, report: number, start: number, end: number, question: string,
 *   text: string, revision: number, removed?: boolean}} Mark
 * @typedef {{state: string, version: number, finished: boolean}} LessonState
 */

const PREFIX = 'sidelight-class';
const AT_ONCE = 50;
const SOON_MS = 400;
const LONGEST_MS = 20_000;
const PATIENCE_MS = 15_000;

/**
 * @param {{lesson: string, pupil: number}} who
 * @param {{changed: () => void, state: (state: LessonState) => void,
 *   status: (word: 'saved' | 'saving' | 'kept' | 'gone' | 'full', why?: string) => void}} tell
 */
export function queue(who, tell) {
  const key = `${PREFIX}-${who.lesson}-${who.pupil}`;
  /** @type {Map<string, Mark>} What waits to be acknowledged. */
  const waiting = new Map(read(key).map((mark) => [mark.id, mark]));
  /** @type {Map<string, Mark>} What was acknowledged since the page came. */
  const settled = new Map();
  let pause = SOON_MS;
  let timer = 0;
  let busy = false;

  addEventListener('online', () => soon(0));
  addEventListener('storage', ({key: changed}) => {
    if (changed === key) tell.changed();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && waiting.size) soon(0);
  });
  if (waiting.size) soon(0);

  /** @param {Mark} mark Keeps it here, then sends it. */
  function put(mark) {
    waiting.set(mark.id, mark);
    write(key, [...waiting.values()]);
    tell.changed();
    tell.status('saving');
    soon(SOON_MS);
  }

  /** @param {number} milliseconds */
  function soon(milliseconds) {
    clearTimeout(timer);
    timer = setTimeout(() => void send(), milliseconds);
  }

  async function send() {
    if (busy || !waiting.size) return;
    busy = true;
    const sent = [...waiting.values()].slice(0, AT_ONCE);
    try {
      const answer = await fetch('/class/marks', {
        method: 'POST',
        headers: {'content-type': 'application/json', accept: 'application/json', 'X-CSRF-Token': token()},
        body: JSON.stringify({marks: sent}),
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      await heard(answer, sent);
    } catch {
      tell.status('kept');
      later();
    } finally {
      busy = false;
    }
  }

  /** @param {Response} answer @param {Mark[]} sent */
  async function heard(answer, sent) {
    if (answer.status === 401) return tell.status('gone');
    if (answer.status === 403) await freshToken();
    if (answer.status === 422) return refused(sent, await answer.json());
    if (!answer.ok && answer.status !== 409) throw new TypeError('no answer');
    const {kept, ...state} = await answer.json();
    pause = SOON_MS;
    for (const mark of sent) {
      const same = waiting.get(mark.id)?.revision === mark.revision;
      if (!kept.includes(mark.id)) continue;
      settled.set(mark.id, mark);
      if (same) waiting.delete(mark.id);
    }
    write(key, [...waiting.values()]);
    tell.state(state);
    if (answer.status === 409) return tell.status('kept');
    tell.status(waiting.size ? 'saving' : 'saved');
    if (waiting.size) soon(0);
  }

  /** What can never be kept is not sent for ever. @param {Mark[]} sent @param {{detail: string}} problem */
  function refused(sent, problem) {
    for (const {id} of sent) waiting.delete(id);
    write(key, [...waiting.values()]);
    tell.status('full', problem.detail);
    tell.changed();
  }

  function later() {
    pause = Math.min(LONGEST_MS, pause * 2);
    soon(pause * (0.75 + Math.random() / 2));
  }

  /** What the service has, with what waits here. @param {Mark[]} marks @returns {Mark[]} */
  function merged(marks) {
    const all = new Map(marks.map((mark) => [mark.id, mark]));
    for (const mark of [...settled.values(), ...waiting.values()]) {
      if (mark.removed) all.delete(mark.id);
      else all.set(mark.id, mark);
    }
    return [...all.values()];
  }

  return {put, merged, soon, size: () => waiting.size};
}

/** Forgets what any pupil left in this browser. */
export function forget() {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  }
}

/** The page may be older than its session: another page carries another token. */
async function freshToken() {
  const page = await fetch('/class', {headers: {accept: 'text/html'}});
  const fresh = new DOMParser().parseFromString(await page.text(), 'text/html');
  const found = fresh.querySelector('meta[name=csrf-token]')?.getAttribute('content');
  if (found) document.querySelector('meta[name=csrf-token]')?.setAttribute('content', found);
}

export function token() {
  return document.querySelector('meta[name=csrf-token]')?.getAttribute('content') ?? '';
}

/** @param {string} key @returns {Mark[]} */
function read(key) {
  try {
    const found = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(found) ? found : [];
  } catch {
    return [];
  }
}

/** @param {string} key @param {Mark[]} marks */
function write(key, marks) {
  try {
    if (marks.length) localStorage.setItem(key, JSON.stringify(marks));
    else localStorage.removeItem(key);
  } catch {
    // Storage is full or switched off: what is here is sent all the same.
  }
}
