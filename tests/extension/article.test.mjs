import assert from 'node:assert/strict';
import {test} from 'node:test';

import {alike, article, asDate, fromJsonLd} from '../../extension/article.js';

const nothing = {
  title: undefined,
  publisher: undefined,
  author: undefined,
  published: undefined,
  language: undefined,
  free: true,
  label: undefined,
};

const stated = {
  'a plain article': [
    [{'@type': 'NewsArticle', headline: ' Bridge\n closed ', datePublished: '2031-03-06', inLanguage: 'en'}],
    {title: 'Bridge closed', published: '2031-03-06', language: 'en'},
  ],
  'an article in a graph, after the site': [
    [{'@graph': [{'@type': 'WebSite', name: 'Gazette'}, {'@type': ['Article'], headline: 'Closed'}]}],
    {title: 'Closed'},
  ],
  'an article in a list': [[[{'@type': 'BlogPosting', headline: 'Closed'}]], {title: 'Closed'}],
  'people and organisations in all their shapes': [
    [{'@type': 'Article', author: ['A', {name: 'B'}, {name: 'A'}, {}], publisher: {name: 'Gazette'}}],
    {author: 'A, B', publisher: 'Gazette'},
  ],
  'a label of its own': [[{'@type': 'OpinionNewsArticle'}], {label: 'opinion'}],
  'an advertisement': [[{'@type': 'AdvertiserContentArticle'}], {label: 'sponsored'}],
  'not free for all': [[{'@type': 'Article', isAccessibleForFree: false}], {free: false}],
  'not free for all, in words': [[{'@type': 'Article', isAccessibleForFree: 'False'}], {free: false}],
  'no article': [[{'@type': 'Product', headline: 'Soap'}], {}],
  'nothing that makes sense': [[null, 3, 'text', [], {'@type': null}], {}],
};

for (const [name, [json, expected]] of Object.entries(stated)) {
  test(name, () => {
    assert.deepEqual(fromJsonLd(json), {...nothing, ...expected});
  });
}

const dates = {
  '2031-03-06': '2031-03-06',
  '2031-03-06T06:30:00+01:00': '2031-03-06T06:30:00+01:00',
  '2031-03-06T06:30:00.123Z': '2031-03-06T06:30:00Z',
  '2031-03-06 06:30': '2031-03-06T06:30',
  '2031-03-06T06:30:00+0100': '2031-03-06T06:30:00+01:00',
  '2031-02-30': undefined,
  '2031-13-01': undefined,
  'March 6, 2031': undefined,
  '1741234567': undefined,
  '': undefined,
};

for (const [said, read] of Object.entries(dates)) {
  test(`the date “${said}”`, () => {
    assert.equal(asDate(said), read);
  });
}

test('a heading is the stated title in other words, or is something else', () => {
  assert.ok(alike('Bridge closes “for nine weeks”', 'Harbour bridge closes for nine weeks'));
  assert.ok(!alike('Example Gazette', 'Harbour bridge closes'));
  assert.ok(!alike('', 'Harbour bridge closes'));
});

const collected = {
  here: 'https://gazette.example/bridge?from=front#part',
  canonical: '',
  heading: '',
  title: '',
  language: '',
  text: 'The bridge is closed.',
  json: [],
  metas: [],
  byline: '',
  times: [],
  links: [],
  sold: false,
};

const told = {
  'the address without the place in it': [{}, {url: 'https://gazette.example/bridge?from=front'}],
  'the canonical address': [{canonical: '/bridge'}, {url: 'https://gazette.example/bridge'}],
  'not the address of another site': [
    {canonical: 'https://other.example/bridge'},
    {url: 'https://gazette.example/bridge?from=front'},
  ],
  'the page’s title for want of another': [{title: ' Bridge  closed '}, {title: 'Bridge closed'}],
  'a meta element, but not the next of that name': [
    {metas: [['author', 'https://gazette.example/jo'], ['author', 'Jo'], ['parsely-author', 'Mo']]},
    {author: 'Mo'},
  ],
  'a byline': [{byline: 'By  Jo Doe'}, {author: 'Jo Doe'}],
  'the first date that is one': [{metas: [['date', 'soon']], times: ['', '2031-03-06']}, {published: '2031-03-06'}],
  'JSON that is broken, beside some that is not': [
    {json: ['{', '{"@type": "Article", "inLanguage": "nl"}']},
    {language: 'nl'},
  ],
  'links with words': [
    {links: [{href: 'https://a.example/', text: ' a\n b '}, {href: 'https://b.example/', text: ' '}]},
    {links: [{href: 'https://a.example/', text: 'a b'}]},
  ],
  'that the rest is sold': [{sold: true}, {cut_short: true}],
};

for (const [name, [page, expected]] of Object.entries(told)) {
  test(`of a page is told ${name}`, () => {
    const made = article({...collected, ...page});

    for (const [key, value] of Object.entries(expected)) assert.deepEqual(made[key], value);
  });
}
