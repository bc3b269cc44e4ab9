/** What each of Sidelight's own pages begins with, and signs that several of them show. */

import {greet} from './service.js';

const {element} = Build;

/** How often it is looked again whether the service is there, in milliseconds. */
const AGAIN_MS = 2_000;

/** @param {string} title @returns {HTMLElement} Where the page is built. */
export function begin(title) {
  document.documentElement.lang = Words.language();
  document.documentElement.dir = Words.direction();
  document.title = title;
  return /** @type {HTMLElement} */ (document.getElementById('main'));
}

/**
 * A line that says whether the service is there, for as long as the page is open.
 *
 * @param {() => Promise<Service>} where Which one is meant now.
 * @param {(there: boolean) => void} [changed] Told at first, and when that changes.
 * @returns {{line: HTMLElement, look: () => Promise<void>}}
 */
export function live(where, changed = () => {}) {
  const line = element('p', {class: 'live', role: 'status'});
  let last = '';
  const timer = setInterval(() => {
    if (!line.isConnected) clearInterval(timer); // The page was built anew.
    else if (!document.hidden) void look();
  }, AGAIN_MS);
  return {line, look};

  async function look() {
    const at = await where();
    const outcome = await greet(at);
    const there = 'answer' in outcome;
    const words = there
      ? Words.say('serviceAnswers', at.server, outcome.answer.version)
      : Words.say('serviceSilent', at.server);
    if (words === last) return; // What has not changed is not said again.
    last = words;
    line.dataset['live'] = there ? 'yes' : 'no';
    line.replaceChildren(words);
    changed(there);
  }
}

/** @returns {Promise<string>} The keys that read a page, as this browser has them; or none. */
export async function shortcut() {
  const all = await chrome.commands.getAll();
  return all.find(({name}) => name === '_execute_action')?.shortcut ?? '';
}
