import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer} from 'node:http';
import {after, before, test} from 'node:test';

import {annotate, everyCheck, greet, keep, readPage, remove, stored} from '../../extension/service.js';

const BASE = 'http://127.0.0.1:1';
const ARTICLE = {url: 'http://news.example/a', text: 'The river is clean.', links: [], kind: 'page', looked_in: []};

const item = (changes = {}) => ({
  id: 'urn:uuid:1',
  type: 'Annotation',
  body: [
    {type: 'TextualBody', purpose: 'classifying', value: 'date-differs'},
    {type: 'TextualBody', purpose: 'commenting', language: 'en', value: 'Dated differently.'},
  ],
  target: {
    source: 'http://news.example/a',
    selector: [
      {type: 'TextQuoteSelector', exact: 'river', prefix: 'The ', suffix: ' is'},
      {type: 'TextPositionSelector', start: 4, end: 9},
    ],
  },
  'sidelight:part': 'text',
  'sidelight:family': 'other-reports',
  'sidelight:label': 'Date differs from other reports',
  'sidelight:check_version': 2,
  'sidelight:help': '/checks/date-differs',
  'sidelight:evidence': [
    {
      report: {id: 'wire', url: 'http://wire.example/a', title: 'T', publisher: 'P', published: '2031-03-05'},
      part: 'text',
      exact: 'a',
      prefix: 'b',
      suffix: 'c',
      link: 'http://wire.example/a#:~:text=a',
    },
  ],
  'sidelight:next': 'Open it.',
  ...changes,
});

const page = (...items) => ({
  type: 'AnnotationPage',
  items,
  'sidelight:article': {words: 4},
  'sidelight:compared': {searched: 3, reports: []},
  'sidelight:checked': [
    {id: 'date-differs', label: 'Date differs', notes: 1},
    {id: 'headline-quote', label: 'Headline quote', skipped: 'no title'},
  ],
});

test('a note is laid flat', () => {
  const [note] = readPage(BASE, page(item())).notes;

  assert.deepEqual(note, {
    id: 'urn:uuid:1',
    check: 'date-differs',
    version: '2',
    family: 'other-reports',
    label: 'Date differs from other reports',
    message: 'Dated differently.',
    language: 'en',
    part: 'text',
    quote: {exact: 'river', prefix: 'The ', suffix: ' is'},
    span: {start: 4, end: 9},
    evidence: [
      {
        exact: 'a',
        prefix: 'b',
        suffix: 'c',
        report: {title: 'T', publisher: 'P', published: '2031-03-05', url: 'http://wire.example/a'},
        link: 'http://wire.example/a#:~:text=a',
      },
    ],
    next: 'Open it.',
    help: 'http://127.0.0.1:1/checks/date-differs',
  });
});

test('what was compared and checked comes along', () => {
  const {words, searched, checked} = readPage(BASE, page());

  assert.deepEqual({words, searched}, {words: 4, searched: 3});
  assert.deepEqual(checked, [
    {id: 'date-differs', label: 'Date differs', notes: 1, skipped: '', help: `${BASE}/checks/date-differs`},
    {id: 'headline-quote', label: 'Headline quote', notes: 0, skipped: 'no title', help: `${BASE}/checks/headline-quote`},
  ]);
});

const unreadable = {
  'without words to show': item({'sidelight:label': undefined}),
  'on a part that is not known': item({'sidelight:part': 'picture'}),
  'on a passage that is not quoted': item({target: {source: 'x'}}),
  'that is no object': 'note',
};

for (const [name, broken] of Object.entries(unreadable)) {
  test(`a note ${name} is counted, not shown`, () => {
    const answer = readPage(BASE, page(broken, item()));

    assert.equal(answer.notes.length, 1);
    assert.equal(answer.unreadable, 1);
  });
}

test('a note on the whole report needs no passage', () => {
  const [note] = readPage(BASE, page(item({'sidelight:part': 'article', target: {}}))).notes;

  assert.equal(note.quote, null);
});

test('links lead to the web, help to the service, or nowhere', () => {
  const evidence = [{report: {url: 'javascript:alert(1)'}, exact: 'a', link: 'data:text/html,a'}];
  const [note] = readPage(
    BASE,
    page(item({'sidelight:evidence': evidence, 'sidelight:help': 'https://elsewhere.example/'})),
  ).notes;

  assert.equal(note.evidence[0].link, '');
  assert.equal(note.evidence[0].report.url, '');
  assert.equal(note.help, '');
});

test('a family that is not known yet is shown as one about the page', () => {
  const [note] = readPage(BASE, page(item({'sidelight:family': 'weather'}))).notes;

  assert.equal(note.family, 'page');
});

let answering;
let heard;
const asked = [];
const server = createServer(async (request, response) => {
  const body = (await request.toArray()).join('');
  asked.push({path: request.url, body: body && JSON.parse(body)});
  heard = {method: request.method, token: request.headers.authorization};
  if (answering.status === 204) return response.writeHead(204).end();
  response.writeHead(answering.status, {'content-type': answering.type, location: '/elsewhere'});
  response.end(answering.body);
});
const base = () => `http://127.0.0.1:${server.address().port}`;
const at = (token = '') => ({server: base(), token});
const answer = (status, body, type = 'application/json') => {
  answering = {status, type, body: typeof body === 'string' ? body : JSON.stringify(body)};
};

before(() => once(server.listen(0, '127.0.0.1'), 'listening'));
after(() => server.close());

test('an article is sent as it is, and its notes come back', async () => {
  answer(200, page(item()));

  const outcome = await annotate(at(), ARTICLE);

  assert.deepEqual(asked.at(-1), {path: '/api/v1/annotations', body: ARTICLE});
  assert.equal(outcome.answer.notes.length, 1);
});

test('a report is kept', async () => {
  answer(201, {id: '1', result: 'added'});

  assert.deepEqual(await keep(at(), ARTICLE), {answer: true});
  assert.deepEqual(asked.at(-1), {path: '/api/v1/reports', body: ARTICLE});
});

test('a refusal says what the service said', async () => {
  answer(422, {title: 'The text is too long', status: 422, detail: 'At most 1 MB.'});

  assert.deepEqual(await annotate(at(), ARTICLE), {
    problem: {kind: 'refused', server: base(), title: 'The text is too long', detail: 'At most 1 MB.'},
  });
});

for (const [name, status, body] of [
  ['a page of another service', 200, '<!doctype html>'],
  ['JSON that is no AnnotationPage', 200, {items: 3}],
  ['an error without problem details', 500, 'Internal Server Error'],
]) {
  test(`${name} is an answer that cannot be read`, async () => {
    answer(status, body);

    const {problem} = await annotate(at(), ARTICLE);

    assert.deepEqual(problem, {kind: 'unexpected', server: base(), detail: `HTTP ${status}`});
  });
}

test('nobody answers: where it was looked for is said', async () => {
  assert.deepEqual(await annotate({server: BASE, token: ''}, ARTICLE), {problem: {kind: 'unreachable', server: BASE}});
});

test('an answer that sends us elsewhere is not followed', async () => {
  answer(307, '');

  assert.equal((await annotate(at(), ARTICLE)).problem.kind, 'unreachable');
});

test('the token goes along with every question, and none goes where there is none', async () => {
  answer(200, {status: 'ok', version: '1'});

  await greet(at('secret'));
  assert.equal(heard.token, 'Bearer secret');
  await greet(at());
  assert.equal(heard.token, undefined);
});

test('a greeting is heard, and that of another service is not taken for one', async () => {
  answer(200, {status: 'ok', version: '0.1.0'});
  assert.deepEqual(await greet(at()), {answer: {version: '0.1.0'}});
  answer(200, {hello: 'world'});
  assert.equal((await greet(at())).problem.kind, 'unexpected');
});

test('the checks are listed, with their pages', async () => {
  const [known, odd] = [
    {id: 'a', title: 'A', family: 'wording', tier: 'default', help: '/checks/a'},
    {id: 'b', label: 'B', family: 'weather', tier: 'class', help: 'https://elsewhere.example/'},
  ];
  answer(200, {checks: [known, odd]});

  const {answer: checks} = await everyCheck(at());

  assert.deepEqual(checks, [
    {...known, help: `${base()}/checks/a`},
    {id: 'b', title: 'B', family: 'page', tier: 'class', help: ''},
  ]);
});

test('what is stored is listed in parts', async () => {
  const report = {id: 'x/y', url: 'javascript:alert(1)', title: 'T', publisher: null, published: '2031-03-05', words: 7};
  answer(200, {reports: [report], total: 12, next: '/api/v1/reports?after=x'});

  const {answer: shelf} = await stored(at(), {after: 'w', limit: 1});

  assert.equal(asked.at(-1).path, '/api/v1/reports?limit=1&after=w');
  assert.deepEqual(shelf, {
    reports: [{id: 'x/y', url: '', title: 'T', publisher: '', published: '2031-03-05', words: 7}],
    total: 12,
    more: true,
  });
});

test('a stored report is removed by its id, whatever it is made of', async () => {
  answer(204, '');

  assert.deepEqual(await remove(at(), 'https://a.example/b?c'), {answer: true});
  assert.equal(heard.method, 'DELETE');
  assert.equal(asked.at(-1).path, '/api/v1/reports/https%3A%2F%2Fa.example%2Fb%3Fc');
});
