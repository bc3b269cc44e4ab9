import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {statSync} from 'node:fs';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {gzipSync} from 'node:zlib';

import {EXTENSION, files, pageScripts, read} from './load.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MANIFEST = JSON.parse(read('manifest.json'));

const kB = (paths) => paths.reduce((sum, path) => sum + statSync(EXTENSION + path).size, 0) / 1000;

/** Nothing is stripped or packed: comments are shipped, and are not code. */
const code = (text) => text.replace(/\/\*[^]*?\*\//g, '').replace(/^\s*(\/\/.*)?\n/gm, '');

test('the code that is put into a page is at most 40 kB', () => {
  const size = pageScripts().reduce((sum, path) => sum + Buffer.byteLength(code(read(path))), 0);

  assert.ok(size <= 40_000, `${size} bytes`);
});

test('what is put into a page, comments and styles and all, is at most 24 kB packed', () => {
  const all = [...pageScripts(), 'page/card.css', 'tokens.css'].map(read).join('');

  assert.ok(gzipSync(all).length <= 24_000);
});

test('the whole package is at most 300 kB', () => {
  assert.ok(kB(files()) <= 300);
});

test('every script of a page is put into it', () => {
  const there = files().filter((path) => /^page\/.*\.js$/.test(path));

  assert.deepEqual(pageScripts().sort(), there.sort());
});

test('nothing runs before a click, and no page can see that Sidelight is there', () => {
  assert.equal(MANIFEST.content_scripts, undefined);
  assert.equal(MANIFEST.web_accessible_resources, undefined);
  assert.equal(MANIFEST.externally_connectable, undefined);
});

test('it asks for its own service and for the page that is clicked on, no more', () => {
  assert.deepEqual(MANIFEST.host_permissions, ['http://127.0.0.1/*']);
  assert.deepEqual(MANIFEST.permissions, ['activeTab', 'contextMenus', 'scripting', 'storage', 'sidePanel']);
  // Asked for later, one by one, in the turn of a click: another service, tabs to compare with.
  assert.deepEqual(MANIFEST.optional_permissions, ['tabs']);
  assert.deepEqual(MANIFEST.optional_host_permissions, ['http://*/*', 'https://*/*']);
});

test('web-ext lint has nothing to say but what Chromium needs', async () => {
  const webExt = `${ROOT}node_modules/web-ext/bin/web-ext.js`;
  const how = ['--self-hosted', '--no-config-discovery', '--output', 'json'];
  const {stdout, stderr} = await promisify(execFile)(
    process.execPath,
    [webExt, 'lint', '--source-dir', EXTENSION, ...how],
    {cwd: ROOT},
  ).catch((failure) => failure); // It exits with 1 where there are errors.

  const {errors, notices, warnings} = JSON.parse(stdout || `{"errors": ${JSON.stringify(stderr)}}`);
  assert.deepEqual([errors, notices], [[], []], stdout);
  // What is said of Readability, Mozilla's own, is Mozilla's: it works on a clone of the page.
  const ours = warnings.filter(({file}) => !file?.startsWith('lib/'));
  // Firefox passes over what Chromium needs: the worker and the side panel.
  assert.deepEqual(
    ours.map(({code}) => code).sort(),
    ['BACKGROUND_SERVICE_WORKER_IGNORED', 'MANIFEST_PERMISSIONS', 'UNSUPPORTED_API'],
  );
});
