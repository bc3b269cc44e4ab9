/**
 * Talks to the Sidelight service. The one file that knows its address, its paths
 * and the shape of its answers; nothing of an answer is trusted before it was read
 * here, and a link that is not http(s) goes no further.
 */

/** Reading and comparing takes well under a second; a machine may be slow. */
const PATIENCE_MS = 30_000;

/** Saying that it is there takes no time at all. */
const GREETING_MS = 3_000;

const FAMILIES = new Set([
  'who-says-so',
  'what-it-rests-on',
  'other-reports',
  'time-and-headline',
  'wording',
  'page',
]);

/**
 * Asks for notes on an article.
 *
 * @param {Service} at
 * @param {Sent} body The article, with the checks and the reports that go along.
 * @param {AbortSignal} [signal] That the reader waits no longer.
 * @returns {Promise<Outcome<Answer, Problem>>}
 */
export function annotate(at, body, signal) {
  const read = (/** @type {unknown} */ answer) => readPage(at.server, answer);
  return call(at, 'POST', '/api/v1/annotations', body, read, {signal});
}

/**
 * Keeps an article, so that pages opened later can be compared with it.
 *
 * @param {Service} at
 * @param {Article} article
 * @returns {Promise<Outcome<true, Problem>>}
 */
export function keep(at, article) {
  return post(at, '/api/v1/reports', article, () => true);
}

/**
 * Says that a note was not needed. It is kept where the service runs, and nowhere else.
 *
 * @param {Service} at
 * @param {Note} note
 */
export function notNeeded(at, {id, check}) {
  const body = {annotation: id, check, verdict: 'not-needed'};
  return post(at, '/api/v1/feedback', body, () => /** @type {const} */ (true));
}

/**
 * Asks whether the service is there.
 *
 * @param {Service} at
 * @returns {Promise<Outcome<{version: string}, Problem>>}
 */
export function greet(at) {
  return call(at, 'GET', '/healthz', null, (answer) => {
    const {status, version} = record(answer);
    if (status !== 'ok') throw new TypeError('no greeting');
    return {version: string(version)};
  }, {patience: GREETING_MS});
}

/**
 * Lists what may be looked for.
 *
 * @param {Service} at
 * @returns {Promise<Outcome<CheckEntry[], Problem>>}
 */
export function everyCheck(at) {
  return call(at, 'GET', '/api/v1/checks', null, (answer) =>
    list(record(answer)['checks']).map((check) => ({
      id: string(check['id']),
      title: string(check['title']) || string(check['label']),
      family: FAMILIES.has(string(check['family'])) ? string(check['family']) : 'page',
      tier: string(check['tier']),
      help: below(at.server, string(check['help'])),
    })),
  );
}

/**
 * Lists what is stored for comparing, the latest first.
 *
 * @param {Service} at
 * @param {{after?: string, limit?: number}} [part] Which part of the list.
 * @returns {Promise<Outcome<Shelf, Problem>>}
 */
export function stored(at, {after = '', limit = 50} = {}) {
  const query = new URLSearchParams({limit: `${limit}`, ...(after && {after})});
  return call(at, 'GET', `/api/v1/reports?${query}`, null, (answer) => {
    const {reports, total, next} = record(answer);
    return {
      reports: list(reports).map((report) => ({
        ...readReport(report),
        id: string(report['id']),
        words: number(report['words']),
      })),
      total: number(total),
      more: Boolean(next),
    };
  });
}

/**
 * Removes a stored report.
 *
 * @param {Service} at
 * @param {string} id
 * @returns {Promise<Outcome<true, Problem>>}
 */
export function remove(at, id) {
  return call(at, 'DELETE', `/api/v1/reports/${encodeURIComponent(id)}`, null, () => true);
}

/**
 * @template T
 * @param {Service} at
 * @param {string} path
 * @param {object} body
 * @param {(answer: unknown) => T} read
 */
function post(at, path, body, read) {
  return call(at, 'POST', path, body, read);
}

/**
 * @template T
 * @param {Service} at
 * @param {'GET' | 'POST' | 'DELETE'} method
 * @param {string} path
 * @param {object | null} body
 * @param {(answer: unknown) => T} read Throws where the answer is none.
 * @param {{patience?: number, signal?: AbortSignal}} [how] Patience in milliseconds.
 * @returns {Promise<Outcome<T, Problem>>}
 */
async function call({server, token}, method, path, body, read, {patience = PATIENCE_MS, signal} = {}) {
  let response;
  let answer;
  try {
    response = await fetch(server + path, {
      method,
      headers: {
        accept: 'application/json',
        ...(body && {'content-type': 'application/json'}),
        ...(token && {authorization: `Bearer ${token}`}),
      },
      body: body && JSON.stringify(body),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.any([AbortSignal.timeout(patience), ...(signal ? [signal] : [])]),
    });
    answer = await response.text();
  } catch (error) {
    const slow = error instanceof DOMException && error.name === 'TimeoutError';
    return {problem: {kind: slow ? 'slow' : 'unreachable', server}};
  }
  if (response.status === 401) return {problem: {kind: 'locked', server}};
  try {
    /** @type {unknown} */
    const json = response.status === 204 ? null : JSON.parse(answer);
    return response.ok ? {answer: read(json)} : {problem: refusal(server, json)};
  } catch {
    // Where no service speaks for itself, something before it has refused us.
    const kind = response.status === 403 ? 'locked' : 'unexpected';
    return {problem: {kind, server, detail: `HTTP ${response.status}`}};
  }
}

/**
 * Reads problem details (RFC 9457).
 *
 * @param {string} base
 * @param {unknown} json
 * @returns {Problem}
 */
function refusal(base, json) {
  const {title, detail} = record(json);
  if (typeof title !== 'string') throw new TypeError('no problem details');
  return {kind: 'refused', server: base, title, detail: string(detail)};
}

/**
 * Reads a W3C AnnotationPage with Sidelight's additions.
 *
 * @param {string} base The service's origin, which help pages are on.
 * @param {unknown} json
 * @returns {Answer}
 */
export function readPage(base, json) {
  const page = record(json);
  if (page['type'] !== 'AnnotationPage' || !Array.isArray(page['items'])) {
    throw new TypeError('no AnnotationPage');
  }
  const notes = page['items'].map((item) => readNote(base, record(item)));
  const compared = record(page['sidelight:compared']);
  return {
    notes: notes.filter((note) => note !== null),
    unreadable: notes.filter((note) => note === null).length,
    words: number(record(page['sidelight:article'])['words']),
    published: string(record(page['sidelight:article'])['published']),
    searched: number(compared['searched']),
    voices: list(page['sidelight:voices']).map(readVoice),
    reports: list(compared['reports']).map(readReport),
    providers: list(compared['providers']).map((provider) => ({
      name: string(provider['name']),
      asked: provider['asked'] === true,
      sent: string(provider['sent']),
      found: number(provider['found']),
      skipped: string(provider['skipped']),
    })),
    checked: list(page['sidelight:checked']).map((entry) => ({
      id: string(entry['id']),
      label: string(entry['label']),
      notes: number(entry['notes']),
      skipped: string(entry['skipped']),
      help: below(base, `/checks/${encodeURIComponent(string(entry['id']))}`),
    })),
  };
}

/**
 * @param {string} base
 * @param {Record<string, unknown>} item
 * @returns {Note | null}
 */
function readNote(base, item) {
  const bodies = list(item['body']);
  const comment = bodies.find(({purpose}) => purpose === 'commenting') ?? {};
  const check = bodies.find(({purpose}) => purpose === 'classifying') ?? {};
  const selectors = list(record(item['target'])['selector']);
  const quote = selectors.find(({type}) => type === 'TextQuoteSelector');
  const position = selectors.find(({type}) => type === 'TextPositionSelector');
  const part = item['sidelight:part'];
  const family = string(item['sidelight:family']);

  if (part !== 'text' && part !== 'title' && part !== 'article') return null;
  if (part !== 'article' && !string(quote?.['exact'])) return null;
  if (!string(comment['value']) || !string(item['sidelight:label'])) return null;
  return {
    id: string(item['id']),
    check: string(check['value']),
    version: String(item['sidelight:check_version'] ?? ''),
    family: FAMILIES.has(family) ? family : 'page',
    label: string(item['sidelight:label']),
    message: string(comment['value']),
    language: string(comment['language']),
    part,
    quote: quote ? readQuote(quote) : null,
    span: position
      ? {start: number(position['start']), end: number(position['end'])}
      : null,
    evidence: list(item['sidelight:evidence']).map((passage) => ({
      ...readQuote(passage),
      report: readReport(record(passage['report'])),
      link: web(string(passage['link'])),
    })),
    next: string(item['sidelight:next']),
    help: below(base, string(item['sidelight:help'])),
  };
}

/** @param {Record<string, unknown>} json @returns {Voice} */
function readVoice(json) {
  return {
    name: string(json['name']),
    role: string(json['role']),
    party: string(json['party']),
    named: json['named'] === true,
    statements: number(json['statements']),
    passages: Array.isArray(json['passages']) ? json['passages'].map(readPassage) : [],
  };
}

/** @param {unknown} selectors One, or several for one passage. @returns {Passage} */
function readPassage(selectors) {
  const all = list(Array.isArray(selectors) ? selectors : [selectors]);
  const quote = all.find(({type}) => type === 'TextQuoteSelector') ?? {};
  const position = all.find(({type}) => type === 'TextPositionSelector');
  const span = position && {start: number(position['start']), end: number(position['end'])};
  return {...readQuote(quote), span: span ?? null};
}

/** @param {Record<string, unknown>} json @returns {Quote} */
function readQuote({exact, prefix, suffix}) {
  return {exact: string(exact), prefix: string(prefix), suffix: string(suffix)};
}

/** @param {Record<string, unknown>} json @returns {OtherReport} */
function readReport({title, publisher, published, url}) {
  return {
    title: string(title),
    publisher: string(publisher),
    published: string(published),
    url: web(string(url)),
  };
}

/**
 * The address, if it leads to the web; an empty string for `javascript:` and the like.
 *
 * @param {string} address
 */
function web(address) {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol) ? address : '';
}

/**
 * A page of the service itself; an empty string for a path that leads elsewhere.
 *
 * @param {string} base
 * @param {string} path
 */
function below(base, path) {
  if (!path || !URL.canParse(path, base)) return '';
  const {href, origin} = new URL(path, base);
  return origin === new URL(base).origin ? href : '';
}

/** @param {unknown} value @returns {Record<string, unknown>} */
function record(value) {
  return typeof value === 'object' && value !== null
    ? /** @type {Record<string, unknown>} */ (value)
    : {};
}

/** @param {unknown} value @returns {Record<string, unknown>[]} */
function list(value) {
  return Array.isArray(value) ? value.map(record) : [];
}

/** @param {unknown} value */
function string(value) {
  return typeof value === 'string' ? value : '';
}

/** @param {unknown} value */
function number(value) {
  return typeof value === 'number' ? value : 0;
}
