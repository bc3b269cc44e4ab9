/** Loads the scripts of a page as a page does: classic, one after the other. */

import {readFileSync, readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import vm from 'node:vm';

export const EXTENSION = fileURLToPath(new URL('../../extension/', import.meta.url));

/** @param {...string} names Of files under `extension/page`, without `.js`. */
export function load(...names) {
  for (const name of names) {
    const filename = `${EXTENSION}page/${name}.js`;
    vm.runInThisContext(readFileSync(filename, 'utf8'), {filename});
  }
}

/** @param {string} path Under `extension`. */
export function read(path) {
  return readFileSync(EXTENSION + path, 'utf8');
}

/** @param {string} name Of a file under `tests/contract`. */
export function contract(name) {
  return JSON.parse(readFileSync(new URL(`../contract/${name}`, import.meta.url), 'utf8'));
}

/** The scripts of a page, in the order in which they are put into it. */
export function pageScripts() {
  const [, list] = read('background.js').match(/const PAGE = \[([^\]]*)\]/);
  return [...list.matchAll(/'([\w-]+)'/g)].map(([, name]) => `page/${name}.js`);
}

/** @returns {string[]} Every file of the extension, by its path under it. */
export function files() {
  return readdirSync(EXTENSION, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({parentPath, path, name}) => `${parentPath ?? path}/${name}`.replace(/\/\//g, '/'))
    .map((path) => path.slice(EXTENSION.length));
}
