/**
 * Hears when the teacher stops the marking or opens something. Everybody in the class
 * asks, so nobody asks often, nor all at once.
 */

const EVERY_MS = 6_000;
const SPREAD_MS = 3_000;

/** @typedef {import('./queue.js').LessonState} LessonState */

/**
 * @param {number} version Of the lesson, as this page shows it.
 * @param {(state: LessonState) => void} heard
 * @param {{opened: string, reload: string, gone: string}} say
 */
export function watch(version, heard, say) {
  setTimeout(ask, EVERY_MS + Math.random() * SPREAD_MS);

  async function ask() {
    if (document.visibilityState === 'visible') await once().catch(() => null);
    setTimeout(ask, EVERY_MS + Math.random() * SPREAD_MS);
  }

  async function once() {
    const answer = await fetch('/class/state', {headers: {accept: 'application/json'}});
    if (answer.status === 401) return offer(say.gone, '/join');
    if (!answer.ok) return;
    const state = /** @type {LessonState} */ (await answer.json());
    heard(state);
    if (state.version !== version) offer(say.opened, location.href);
  }

  /** Says so, and leaves it to the pupil when: a page that changes by itself loses the place. @param {string} sentence @param {string} place */
  function offer(sentence, place) {
    const at = document.getElementById('lesson-state');
    if (!at || at.querySelector('a')) return;
    const link = document.createElement('a');
    link.href = place;
    link.textContent = say.reload;
    link.addEventListener('click', (event) => {
      if (place !== location.href) return;
      event.preventDefault();
      location.reload();
    });
    at.replaceChildren(`${sentence} `, link);
  }
}

const overview = document.querySelector('#lesson-state[data-version]');
if (overview instanceof HTMLElement) {
  const version = Number(overview.dataset['version']);
  let reloaded = false;
  watch(version, (state) => {
    if (state.version !== version && !reloaded) {
      reloaded = true;
      location.reload(); // Nothing is under way on this page.
    }
  }, {opened: '', reload: '', gone: ''});
}
