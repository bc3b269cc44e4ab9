import assert from 'node:assert/strict';
import {test} from 'node:test';

import {files, read} from './load.mjs';

const MESSAGES = JSON.parse(read('_locales/en/messages.json'));
const SCRIPTS = files().filter((path) => path.endsWith('.js') && !path.startsWith('lib/'));
const code = SCRIPTS.map(read).join('\n');

/** The code without its comments. */
const bare = code.replace(/\/\*[^]*?\*\//g, '').replace(/^\s*\/\/.*$|\s\/\/ .*$/gm, '');

/** Each kind of problem has a title and says what to do; a refusal has the service's own. */
const [, kinds] = read('types.d.ts').match(/interface Problem {\s*kind: ([^;]+);/);
const problems = [...kinds.matchAll(/'(\w+)'/g)]
  .flatMap(([, kind]) => [kind, `${kind}How`])
  .filter((key) => key !== 'refused');

const used = new Set([
  ...problems,
  ...[...bare.matchAll(/(?:\bsay|getMessage)\(\s*(?:id, '[^']*', )?'(\w+)'/g)].map(([, key]) => key),
  ...[...bare.matchAll(/getMessage\('(\w+)'\)/g)].map(([, key]) => key),
  ...[...bare.matchAll(/\bcount\(\s*'(\w+)'/g)].flatMap(([, key]) => [`${key}_one`, `${key}_other`]),
  ...[...read('manifest.json').matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key),
]);

test('every message that is asked for is there, and every one there is asked for', () => {
  assert.deepEqual([...used].sort(), Object.keys(MESSAGES).sort());
});

test('no words for the reader stand in the code', () => {
  // Two words in a row, between quotation marks: a phrase.
  const phrases = [...bare.matchAll(/'([A-Z][a-z’]*(?: [a-z’]+)+[^'\n]*)'/g)].map(([, text]) => text);

  assert.deepEqual(phrases, []);
});

test('every placeholder has its place in the message', () => {
  for (const [key, {message, placeholders = {}}] of Object.entries(MESSAGES)) {
    const named = [...message.matchAll(/\$(\w+)\$/g)].map(([, name]) => name);
    assert.deepEqual(named.sort(), Object.keys(placeholders).sort(), key);
  }
});

test('no message passes a verdict', () => {
  const barred = /\b(false|true|fake|lie|biased|misleading|propaganda|claims|only|admits)\b/i;

  for (const {message} of Object.values(MESSAGES)) assert.doesNotMatch(message, barred);
});
