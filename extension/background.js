/**
 * Between the reader's click, the page and the service.
 *
 * Nothing runs in a page before the reader asks. This worker keeps nothing: it may
 * be stopped at any time, and what a page shows is known to that page alone.
 */

import {dropRefused, isAlwaysRead, register} from './always.js';
import {article} from './article.js';
import {look} from './look.js';
import {explain} from './problems.js';
import {annotate, keep, notNeeded} from './service.js';
import {settings} from './settings.js';
import {isOff, maySend, remember, switchOff, ticked} from './tabs.js';

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

/** @type {Map<number, Promise<void>>} What is being done in a tab just now. */
const turns = new Map();

/** @type {Map<number, AbortController>} What is being asked for a tab just now. */
const asking = new Map();

chrome.action.onClicked.addListener(pressed);

chrome.contextMenus.onClicked.addListener(({menuItemId}, tab) => {
  if (!tab) return;
  if (menuItemId === 'panel') openPanel(tab);
  else pressed(tab);
});

chrome.runtime.onInstalled.addListener(({reason}) => {
  void offerInMenus();
  void register();
  if (reason === 'install') void chrome.tabs.create({url: 'welcome/welcome.html'});
});

chrome.runtime.onStartup.addListener(() => void register());
chrome.permissions.onRemoved.addListener(() => void dropRefused());
chrome.storage.onChanged.addListener((changes, area) => {
  if (area === 'local' && 'always' in changes) void register();
});

chrome.runtime.onMessage.addListener((/** @type {ToBackground | FromPage} */ message, {tab, url}, reply) => {
  if (!('ask' in message)) {
    // It is for the panel; but what a reader has taken away is waited for no longer.
    if (message.tell === null && tab?.id) asking.get(tab.id)?.abort();
    return false;
  }
  // A panel opens in the turn of the click that asks for it, or not at all.
  if (message.ask === 'panel' && tab) openPanel(tab);
  void answer(message, tab?.id, url).then(reply);
  return true; // The reply comes later.
});

/**
 * @param {ToBackground} message
 * @param {number} [tabId] Of the page that asks.
 * @param {string} [url] Where it stands.
 * @returns {Promise<Outcome<Answer> | Outcome<true>>}
 */
async function answer(message, tabId, url = '') {
  if (message.ask === 'panel') return {answer: true};
  if (message.ask === 'readability') return {answer: await lend(READABILITY, tabId)};
  if (message.ask === 'toggle') return {answer: await cancelled(tabId, url)};
  if (message.ask === 'options') return {answer: await chrome.runtime.openOptionsPage().then(() => true)};
  if (message.ask === 'left') return {answer: await movedOn(tabId, url)};
  if (message.ask === 'arrived') return {answer: await arrived(tabId, url)};
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
  const {here} = message.facts;
  if (!(await isAlwaysRead(here)) && !(await maySend(tabId, read.url))) return preview(tabId);
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
 * A single-page site shows another page, which nobody has asked to be read, unless its
 * site is always read.
 *
 * @param {number | undefined} tabId
 * @param {string} url
 * @returns {Promise<true>}
 */
async function movedOn(tabId, url) {
  if (tabId === undefined) return true;
  /** @type {ToAlways} */
  const message = {seek: true};
  if (await isAlwaysRead(url)) await chrome.tabs.sendMessage(tabId, message, {frameId: 0}).catch(() => null);
  else await say(tabId, '↻', chrome.i18n.getMessage('anotherPage'));
  return true;
}

/**
 * A report was opened on a site that is always read.
 *
 * @param {number | undefined} tabId
 * @param {string} url
 * @returns {Promise<true>}
 */
async function arrived(tabId, url) {
  if (tabId === undefined || !(await isAlwaysRead(url))) return true;
  if (await isOff(tabId)) await sayOff(tabId);
  else await inTurn(tabId, () => tell(tabId, 'start'));
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
function wire(article, {checks, code}, reports) {
  return {...article, ...(checks !== 'default' && {checks}), ...(reports && {reports}), ...(code && {lesson: code})};
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

/** The reader has pressed the button, its keys, or its line in a menu. @param {chrome.tabs.Tab} tab */
function pressed({id, url = ''}) {
  if (id !== undefined) void inTurn(id, () => toggle(id, url));
}

/** @param {number | undefined} tabId @param {string} url @returns {Promise<true>} */
async function cancelled(tabId, url) {
  if (tabId !== undefined) await inTurn(tabId, () => toggle(tabId, url));
  return true;
}

/**
 * One after the other: of two quick clicks the second finds what the first did.
 *
 * @param {number} tabId
 * @param {() => Promise<unknown>} act
 */
function inTurn(tabId, act) {
  const turn = (turns.get(tabId) ?? Promise.resolve()).then(act).then(
    () => undefined,
    // The browser's own pages and its shop let no extension in.
    () => say(tabId, '–', chrome.i18n.getMessage('cannotReadHere')),
  );
  turns.set(tabId, turn);
  return turn.then(() => void (turns.get(tabId) === turn && turns.delete(tabId)));
}

/** @param {number} tabId @param {string} url */
async function toggle(tabId, url) {
  const off = (await tell(tabId, 'toggle')) === null && (await isAlwaysRead(url));
  await switchOff(tabId, off);
  if (off) await sayOff(tabId);
  else await say(tabId, '', chrome.i18n.getMessage('action'));
}

/**
 * @param {number} tabId
 * @param {'toggle' | 'start'} what
 * @returns {Promise<PageState | null>} What the page shows now; `null` for nothing.
 */
async function tell(tabId, what) {
  /** @type {ToPage} */
  const message = {do: what, look: await look()};
  const send = () => chrome.tabs.sendMessage(tabId, message, {frameId: 0});
  const heard = await send().catch(() => undefined);
  if (heard !== undefined) return heard;
  // Nobody listens there yet (or somebody of before an update).
  await chrome.scripting.executeScript({target: {tabId}, files: PAGE});
  return send();
}

/** It opens in the turn of a press, or not at all. @param {chrome.tabs.Tab} tab */
function openPanel({id}) {
  if ('sidePanel' in chrome) {
    if (id !== undefined) void chrome.sidePanel.open({tabId: id});
    return;
  }
  const {sidebarAction} = /** @type {{sidebarAction: {open: () => Promise<void>}}} */ (/** @type {unknown} */ (chrome));
  void sidebarAction.open(); // Firefox
}

/** Lines in the menus of a page and of the button. */
async function offerInMenus() {
  const name = chrome.i18n.getMessage('name') || 'Sidelight';
  const pages = ['http://*/*', 'https://*/*'];
  await chrome.contextMenus.removeAll();
  chrome.contextMenus.create({
    id: 'notes',
    title: chrome.i18n.getMessage('menuNotes') || name,
    contexts: ['page', 'selection'],
    documentUrlPatterns: pages,
  });
  chrome.contextMenus.create({
    id: 'panel',
    title: chrome.i18n.getMessage('openPanel') || name,
    contexts: ['action'],
  });
}

/** @param {number} tabId */
function sayOff(tabId) {
  return say(tabId, '○', chrome.i18n.getMessage('offInTab'));
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
