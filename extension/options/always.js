/** The sites that are always read: listed, and taken back one by one. */

import {alwaysRead, drop} from '../always.js';

const {element, button} = Build;

/** @returns {HTMLElement} */
export function always() {
  const list = element('ul', {class: 'kept'});
  const none = element('p', {class: 'soft', role: 'status'});
  void show();
  chrome.storage.onChanged.addListener((changes) => {
    if (list.isConnected && 'always' in changes) void show();
  });
  return element('section', {}, element('h2', {}, Words.say('alwaysSites')), none, list);

  async function show() {
    const hosts = await alwaysRead();
    none.replaceChildren(hosts.length ? Words.say('alwaysSitesHow') : Words.say('alwaysNone'));
    list.replaceChildren(...hosts.map(row));
  }
}

/** @param {string} host */
function row(host) {
  const away = button(Words.say('remove'), () => void drop(host));
  away.append(element('span', {class: 'unseen'}, ` ${host}`));
  return element('li', {}, element('span', {dir: 'auto'}, host), away);
}
