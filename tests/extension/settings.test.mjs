import assert from 'node:assert/strict';
import {test} from 'node:test';

import {addressOf, DEFAULT_SERVER, settled} from '../../extension/settings.js';

const CATALOGUE = [
  {id: 'a', family: 'wording', tier: 'default'},
  {id: 'b', family: 'other-reports', tier: 'default'},
  {id: 'c', family: 'other-reports', tier: 'class'},
  {id: 'd', family: 'other-reports', tier: 'preview'},
];

for (const [written, used] of [
  ['http://127.0.0.1:8765', 'http://127.0.0.1:8765'],
  [' http://localhost:9/a?b ', 'http://localhost:9'],
  ['https://news.school.example/', 'https://news.school.example'],
  ['http://news.school.example', ''],
  ['http://127.0.0.1.evil.example', ''],
  ['https://me@school.example', ''],
  ['javascript:alert(1)', ''],
  ['127.0.0.1:8765', ''],
]) {
  test(`the address “${written}” ${used ? 'will do' : 'will not do'}`, () => {
    assert.equal(addressOf(written), used);
  });
}

test('before anything is settled, it is this computer and the service’s own checks', () => {
  const {server, token, checks, fixed} = settled({}, {});

  assert.deepEqual({server, token, checks, fixed}, {server: DEFAULT_SERVER, token: '', checks: 'default', fixed: []});
});

test('a family that is off leaves the checks of the others', () => {
  assert.deepEqual(settled({off: ['wording'], catalogue: CATALOGUE}, {}).checks, ['b']);
  assert.deepEqual(settled({off: ['wording'], catalogue: CATALOGUE, lesson: true}, {}).checks, ['b', 'c']);
});

test('the lesson checks come with the others', () => {
  assert.equal(settled({lesson: true}, {}).checks, 'class');
});

test('what the school has set wins', () => {
  const own = {server: 'http://127.0.0.1:1', token: 'mine', lesson: true, off: ['wording'], catalogue: CATALOGUE};
  const schools = {server: 'https://school.example', checks: ['a'], lesson: false};

  const {server, checks, lesson, fixed} = settled(own, schools);

  assert.deepEqual({server, checks, lesson}, {server: 'https://school.example', checks: ['a'], lesson: false});
  assert.deepEqual(fixed, ['server', 'checks', 'lesson']);
});

test('a token is not handed to a service that it was not given for', () => {
  const school = {server: 'https://school.example'};

  assert.equal(settled({token: 'mine'}, school).token, '');
  assert.equal(settled({token: 'mine'}, {token: 'theirs'}).token, 'mine');
  assert.equal(settled({token: 'mine'}, {...school, token: ' theirs '}).token, 'theirs');
});

test('every check is asked for where the reader wants them early', () => {
  assert.equal(settled({early: true, lesson: true}, {}).checks, 'all');
});
