/**
 * Between the reader's click, the page and the service.
 *
 * Nothing runs in a page before the reader asks. This worker keeps nothing: it may
 * be stopped at any time, and what a page shows is known to that page alone.
 */

import {annotate, keep, server} from './service.js';

/** Classic scripts, in this order, in the page's isolated world (docs/adr/0003). */
const PAGE = [
  'words',
  'build',
  'code-points',
  'anchor',
  'text-map',
  'story',
  'facts',
  'background-colour',
  'marks',
  'placing',
  'places',
  'shell',
  'card',
  'status',
  'cards',
  'main',
].map((name) => `page/${name}.js`);

/** @type {Map<number, Promise<void>>} Tabs that are being toggled just now. */
const toggling = new Map();

chrome.action.onClicked.addListener(({id}) => {
  if (id === undefined) return;
  // One after the other: of two quick clicks the second finds what the first did.
  const turn = (toggling.get(id) ?? Promise.resolve())
    .then(() => toggle(id))
    .then(
      () => say(id, '', chrome.i18n.getMessage('action')),
      // The browser's own pages and its shop let no extension in.
      () => say(id, '–', chrome.i18n.getMessage('cannotReadHere')),
    );
  toggling.set(id, turn);
  void turn.then(() => toggling.get(id) === turn && toggling.delete(id));
});

chrome.runtime.onMessage.addListener((/** @type {ToBackground} */ message, _, reply) => {
  void answer(message).then(reply);
  return true; // The reply comes later.
});

/**
 * @param {ToBackground} message
 * @returns {Promise<Outcome<Answer> | Outcome<true>>}
 */
async function answer({ask, article}) {
  const base = await server();
  return ask === 'keep' ? keep(base, article) : annotate(base, article);
}

/** @param {number} tabId */
async function toggle(tabId) {
  /** @type {ToPage} */
  const message = {do: 'toggle', look: await look()};
  try {
    await chrome.tabs.sendMessage(tabId, message, {frameId: 0});
  } catch {
    // Nobody listens there yet (or somebody of before an update).
    await chrome.scripting.executeScript({target: {tabId}, files: PAGE});
    await chrome.tabs.sendMessage(tabId, message, {frameId: 0});
  }
}

/**
 * Says something on the button itself, where there is no page to say it on.
 *
 * @param {number} tabId
 * @param {string} text
 * @param {string} title
 */
async function say(tabId, text, title) {
  await Promise.allSettled([
    chrome.action.setBadgeText({tabId, text}),
    chrome.action.setTitle({tabId, title}),
  ]);
}

/** @returns {Promise<Look>} */
async function look() {
  const [tokens, card] = await Promise.all(['tokens.css', 'page/card.css'].map(read));
  return {tokens: tokens ?? '', card: card ?? ''};
}

/** @param {string} path @returns {Promise<string>} */
async function read(path) {
  return (await fetch(chrome.runtime.getURL(path))).text();
}
