/**
 * Between the reader's click, the page and the service.
 *
 * Nothing runs in a page before the reader asks. This worker keeps nothing: it may
 * be stopped at any time, and what a page shows is known to that page alone.
 */

import {article} from './article.js';
import {look} from './look.js';
import {explain} from './problems.js';
import {annotate, keep, notNeeded} from './service.js';
import {settings} from './settings.js';
import {maySend, remember, ticked} from './tabs.js';

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
  'watch',
  'main',
].map((name) => `page/${name}.js`);

/** Mozilla's Readability, copied from its package; a page gets it when it needs it. */
const READABILITY = ['lib/readability.js', 'choice/choice.js'];

/** Fewer words than this are a headline or a teaser: nothing to read. */
const LEAST_WORDS = 40;

/** @type {Map<number, Promise<void>>} Tabs that are being toggled just now. */
const toggling = new Map();

/** @type {Map<number, AbortController>} What is being asked for a tab just now. */
const asking = new Map();

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

chrome.runtime.onInstalled.addListener(({reason}) => {
  if (reason === 'install') void chrome.tabs.create({url: 'welcome/welcome.html'});
});

chrome.runtime.onMessage.addListener((/** @type {ToBackground | FromPage} */ message, {tab}, reply) => {
  if (!('ask' in message)) {
    // It is for the panel; but what a reader has taken away is waited for no longer.
    if (message.tell === null && tab?.id) asking.get(tab.id)?.abort();
    return false;
  }
  // A panel opens in the turn of the click that asks for it, or not at all.
  if (message.ask === 'panel' && tab?.id) void chrome.sidePanel.open({tabId: tab.id});
  void answer(message, tab?.id).then(reply);
  return true; // The reply comes later.
});

/**
 * @param {ToBackground} message
 * @param {number} [tabId] Of the page that asks.
 * @returns {Promise<Outcome<Answer> | Outcome<true>>}
 */
async function answer(message, tabId) {
  if (message.ask === 'panel') return {answer: true};
  if (message.ask === 'readability') return {answer: await lend(READABILITY, tabId)};
  if (message.ask === 'options') return {answer: await chrome.runtime.openOptionsPage().then(() => true)};
  if (message.ask === 'left') return {answer: await movedOn(tabId)};
  const outcome = await askService(message, tabId);
  return 'problem' in outcome ? {problem: explain(outcome.problem)} : outcome;
}

/**
 * @param {Extract<ToBackground, {ask: 'annotate' | 'keep' | 'feedback'}>} message
 * @param {number} [tabId]
 * @returns {Promise<Outcome<Answer, Problem> | Outcome<true, Problem>>}
 */
async function askService(message, tabId) {
  const set = await settings();
  if (message.ask === 'feedback') return notNeeded(set, message.note);
  const read = article(message.facts);
  if (message.ask === 'keep') return keep(set, read);
  if (read.text.split(/\s+/).length < LEAST_WORDS) return {problem: {kind: 'short', server: ''}};
  if (tabId === undefined) return annotate(set, wire(read, set, null));
  const body = wire(read, set, await ticked(tabId, read.url));
  await remember(tabId, body);
  if (!(await maySend(tabId, read.url))) return preview(tabId);
  return patiently(tabId, (signal) => annotate(set, body, signal));
}

/**
 * Asks for a tab, until the answer comes or the reader will not wait for it.
 *
 * @template T
 * @param {number} tabId
 * @param {(signal: AbortSignal) => Promise<T>} question
 */
async function patiently(tabId, question) {
  const asked = new AbortController();
  asking.get(tabId)?.abort();
  asking.set(tabId, asked);
  const outcome = await question(asked.signal);
  if (asking.get(tabId) === asked) asking.delete(tabId);
  return outcome;
}

/**
 * A single-page site shows another page, which nobody has asked to be read.
 *
 * @param {number} [tabId]
 * @returns {Promise<true>}
 */
async function movedOn(tabId) {
  if (tabId !== undefined) await say(tabId, '↻', chrome.i18n.getMessage('anotherPage'));
  return true;
}

/**
 * What goes over the wire: the service's own choices are left to it.
 *
 * @param {Article} article
 * @param {Settings} set
 * @param {Article[] | null} reports
 * @returns {Sent}
 */
function wire(article, {checks}, reports) {
  return {...article, ...(checks !== 'default' && {checks}), ...(reports && {reports})};
}

/**
 * Nothing is sent before the reader has seen what that is.
 *
 * @param {number} tabId
 * @returns {Promise<{problem: Problem}>}
 */
async function preview(tabId) {
  const {windowId, index} = await chrome.tabs.get(tabId);
  const beside = {windowId, index: index + 1, openerTabId: tabId};
  await chrome.tabs.create({url: `preview/preview.html?tab=${tabId}`, ...beside});
  return {problem: {kind: 'preview', server: ''}};
}

/**
 * Puts a library into a page that needs it. A page does without where it cannot be had.
 *
 * @param {string[]} files
 * @param {number} [tabId]
 * @returns {Promise<true>}
 */
async function lend(files, tabId) {
  if (tabId !== undefined) {
    await Promise.allSettled([chrome.scripting.executeScript({target: {tabId}, files})]);
  }
  return true;
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
