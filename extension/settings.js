/**
 * What the reader has settled, or the school for all of its computers: where the
 * service is, and which checks are asked for. The school's word wins.
 */

export const DEFAULT_SERVER = 'http://127.0.0.1:8765';

/** This computer itself, where nobody else can listen in. */
const HERE = new Set(['127.0.0.1', 'localhost']);

/** @returns {Promise<Settings>} */
export async function settings() {
  const [own, schools] = await Promise.all([
    chrome.storage.local.get(),
    chrome.storage.managed.get().catch(() => ({})), // Firefox: nobody manages it.
  ]);
  return settled(own, schools);
}

/**
 * @param {Record<string, unknown>} own What is stored here.
 * @param {Record<string, unknown>} schools What an administrator has set.
 * @returns {Settings}
 */
export function settled(own, schools) {
  const server = addressOf(`${schools['server'] ?? ''}`) || addressOf(`${own['server'] ?? ''}`);
  const catalogue = /** @type {CheckEntry[]} */ (Array.isArray(own['catalogue']) ? own['catalogue'] : []);
  const off = strings(own['off']) ?? [];
  const early = own['early'] === true;
  const lesson = (schools['lesson'] ?? own['lesson']) === true;
  return {
    server: server || DEFAULT_SERVER,
    // A token belongs to the service that it was given for.
    token: `${(schools['server'] ? schools['token'] : own['token']) ?? ''}`.trim(),
    off,
    lesson,
    code: `${schools['code'] ?? own['code'] ?? ''}`.trim(),
    early,
    checks: strings(schools['checks']) ?? (off.length ? picked(catalogue, off, lesson, early) : null) ?? tier(lesson, early),
    fixed: ['server', 'checks', 'lesson', 'code'].filter((key) => schools[key] !== undefined),
  };
}

/**
 * An address as it is used: http for this computer, https for any other.
 *
 * @param {string} written
 * @returns {string} Its origin; an empty string where it will not do.
 */
export function addressOf(written) {
  const address = written.trim();
  if (!URL.canParse(address)) return '';
  const {protocol, hostname, origin, username} = new URL(address);
  if (username) return '';
  return protocol === 'https:' || (protocol === 'http:' && HERE.has(hostname)) ? origin : '';
}

/** @param {boolean} lesson @param {boolean} early @returns {string} The service's own choice. */
function tier(lesson, early) {
  if (early) return 'all';
  return lesson ? 'class' : 'default';
}

/**
 * @param {CheckEntry[]} catalogue As the service last gave it.
 * @param {string[]} off Families.
 * @param {boolean} lesson
 * @param {boolean} early
 */
function picked(catalogue, off, lesson, early) {
  if (!catalogue.length) return null;
  return catalogue
    .filter(({family, tier}) => !off.includes(family) && (early || tier === 'default' || (lesson && tier === 'class')))
    .map(({id}) => id);
}

/** @param {unknown} value @returns {string[] | null} */
function strings(value) {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : null;
}
