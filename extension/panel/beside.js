/**
 * What the reader can do with the page that was read: keep it, compare it with reports
 * in other tabs, and look through what was sent.
 */

import {readTab} from '../other-tabs.js';
import {explain} from '../problems.js';
import {sent} from '../sent.js';
import {keep} from '../service.js';
import {settings} from '../settings.js';
import {siteOf} from '../sites.js';
import {lastSent, tick} from '../tabs.js';
import {always} from './always.js';

const {element, button} = Build;

/**
 * @param {number} tab
 * @param {() => void} again Has the page read anew.
 * @returns {Promise<HTMLElement[]>}
 */
export async function beside(tab, again) {
  const body = await lastSent(tab);
  if (!body) return [];
  return [
    element('section', {}, element('h2', {}, Words.say('thisPage')), ...keeping(body), ...(await always(body.url))),
    element('section', {}, element('h2', {}, Words.say('compareTabs')), ...comparing(tab, body, again)),
    element('section', {}, element('details', {class: 'sent'}, element('summary', {}, Words.say('whatIsSent')), ...sent(body))),
  ];
}

/** @param {Sent} body */
function keeping({checks, reports, ...article}) {
  const said = element('p', {role: 'status', class: 'soft'});
  const press = button(Words.say('keepPage'), () => void act());
  return [press, said];

  async function act() {
    press.disabled = true;
    const outcome = await keep(await settings(), article);
    press.disabled = 'answer' in outcome;
    said.replaceChildren('answer' in outcome ? Words.say('kept') : explain(outcome.problem).text);
  }
}

/**
 * @param {number} tab
 * @param {Sent} body
 * @param {() => void} again
 */
function comparing(tab, {url, reports}, again) {
  const said = element('p', {role: 'status', class: 'soft'});
  const list = element('div', {});
  const choose = button(Words.say('chooseTabs'), () => void offer());
  const back = button(Words.say('compareStored'), () => void use([]));
  return [
    element('p', {class: 'soft'}, reports ? Words.count('comparesTabs', reports.length) : Words.say('compareTabsHow')),
    element('div', {class: 'row'}, choose, ...(reports ? [back] : [])),
    list,
    said,
  ];

  async function offer() {
    if (!(await chrome.permissions.request({permissions: ['tabs']}).catch(() => false))) {
      return said.replaceChildren(Words.say('tabsNotAllowed'));
    }
    const others = (await chrome.tabs.query({})).filter(({id, url = ''}) => id !== tab && /^https?:/.test(url));
    if (!others.length) return said.replaceChildren(Words.say('noOtherTabs'));
    choose.hidden = true;
    const boxes = others.map((other) => ({other, box: element('input', {type: 'checkbox'})}));
    const compare = button(
      Words.say('compareTicked'),
      () => void read(boxes.filter(({box}) => box.checked).map(({other}) => other)),
      'first',
    );
    compare.disabled = true;
    list.replaceChildren(
      element('fieldset', {class: 'tabs'}, element('legend', {class: 'unseen'}, Words.say('chooseTabs')), ...boxes.map(row)),
      compare,
    );
    list.addEventListener('change', () => (compare.disabled = !boxes.some(({box}) => box.checked)));
    boxes[0]?.box.focus();
  }

  /** @param {chrome.tabs.Tab[]} others */
  async function read(others) {
    const origins = [...new Set(others.map(({url = ''}) => siteOf(url)))];
    // To be asked in the turn of the click, or it is refused.
    if (!(await chrome.permissions.request({origins}).catch(() => false))) {
      return said.replaceChildren(Words.say('sitesNotAllowed'));
    }
    const articles = await Promise.all(others.map(({id}) => readTab(Number(id))));
    const missed = others.filter((_, index) => !articles[index]);
    if (missed.length) {
      return said.replaceChildren(...missed.map(({title = ''}) => element('p', {}, Words.say('unreadableTab', title))));
    }
    await use(articles.filter((article) => article !== null));
  }

  /** @param {Article[]} articles */
  async function use(articles) {
    await tick(tab, url, articles);
    again();
  }
}

/** @param {{other: chrome.tabs.Tab, box: HTMLInputElement}} choice */
function row({other: {title = '', url = ''}, box}) {
  return element(
    'label',
    {class: 'tick'},
    box,
    element('span', {dir: 'auto'}, title || url),
    element('span', {class: 'soft'}, new URL(url).hostname),
  );
}
