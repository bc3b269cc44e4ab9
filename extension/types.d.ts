/** The words that the scripts share. Read by tsc alone. */

/** What was found in a page, word for word; `article.js` makes an article of it. */
interface Collected {
  here: string;
  canonical: string;
  heading: string;
  title: string;
  language: string;
  text: string;
  /** The texts of its JSON-LD. */
  json: string[];
  /** Names, in small letters, and contents. */
  metas: string[][];
  byline: string;
  times: string[];
  links: Link[];
  /** Whether the rest of the article is sold on the page. */
  sold: boolean;
}

/** What is sent to be annotated: the fields of the contract, and no other. */
interface Article {
  url: string;
  title?: string;
  publisher?: string;
  author?: string;
  published?: string;
  language?: string;
  text: string;
  links: Link[];
  kind: 'page';
  label?: 'opinion' | 'sponsored';
  looked_in: string[];
  /** Whether the page shows but a part of its article. */
  cut_short?: boolean;
}

/**
 * What goes over the wire for notes: an article, and what else is asked for. Without
 * `checks` the service's own are run; `reports` take the place of what it has stored.
 */
interface Sent extends Article {
  checks?: string | string[];
  reports?: Article[];
  /** The code of the lesson that a pupil is in. */
  lesson?: string;
}

/** Where the service is, and the word that it wants to hear; it may be empty. */
interface Service {
  server: string;
  token: string;
}

interface Settings extends Service {
  /** The families that the reader has switched off. */
  off: string[];
  /** Whether the checks meant for classes are asked for as well. */
  lesson: boolean;
  /** The code of a lesson; empty outside of lessons. */
  code: string;
  /** Whether every check is asked for, its place earned or not. */
  early: boolean;
  /** Ids, or the name of a tier. */
  checks: string | string[];
  /** What a school has set. */
  fixed: string[];
}

/** A check that the service knows. */
interface CheckEntry {
  id: string;
  title: string;
  family: string;
  tier: string;
  help: string;
}

/** A part of what is stored for comparing, and how many there are in all. */
interface Shelf {
  reports: (OtherReport & {id: string; words: number})[];
  total: number;
  more: boolean;
}

interface Link {
  href: string;
  text: string;
}

/** Words, and a little of what stands around them (a W3C TextQuoteSelector). */
interface Quote {
  exact: string;
  prefix?: string;
  suffix?: string;
}

/** A half-open stretch of a text. Which unit it counts in, its user says. */
interface Span {
  start: number;
  end: number;
}

/** Another report, as far as a reader needs to recognise it. */
interface OtherReport {
  title: string;
  publisher: string;
  published: string;
  url: string;
}

/** A passage of another report that a note rests on. `link` may be empty. */
interface Evidence extends Quote {
  report: OtherReport;
  link: string;
}

/** A passage of the page itself; `span` counts code points of the text that was sent. */
interface Passage extends Quote {
  span: Span | null;
}

/** Somebody who is credited with statements, and where. */
interface Voice {
  name: string;
  role: string;
  party: string;
  named: boolean;
  statements: number;
  passages: Passage[];
}

/** One note as it came over the wire, checked and laid flat. */
interface Note {
  id: string;
  check: string;
  version: string;
  family: string;
  label: string;
  message: string;
  language: string;
  part: 'text' | 'title' | 'article';
  quote: Quote | null;
  /** Code points into the text that was sent. */
  span: Span | null;
  evidence: Evidence[];
  next: string;
  /** The check's page; empty where there is none. */
  help: string;
}

/** What a check came to: how many notes, or why it did not run. */
interface Checked {
  id: string;
  /** In words; empty where the service gives none. */
  label: string;
  notes: number;
  skipped: string;
  help: string;
}

/** Somebody else's index of reports: was it asked for more of them, and with what. */
interface Provider {
  name: string;
  asked: boolean;
  sent: string;
  found: number;
  skipped: string;
}

interface Answer {
  notes: Note[];
  /** How many items of the answer could not be understood. */
  unreadable: number;
  words: number;
  /** When this page was published, as far as was found. */
  published: string;
  searched: number;
  voices: Voice[];
  reports: OtherReport[];
  providers: Provider[];
  checked: Checked[];
}

/** Why there is no answer. `detail` is the service's own word, where it has one. */
interface Problem {
  kind: 'unreachable' | 'slow' | 'locked' | 'refused' | 'unexpected' | 'short' | 'preview';
  server: string;
  title?: string;
  detail?: string;
}

/** A problem in the reader's language; `command` may be empty, `options` may help. */
interface Explained {
  title: string;
  text: string;
  command?: string;
  /** What asking again is called, where it has a name of its own. */
  again?: string;
  options?: boolean;
}

/** What became of a question. What the service says is explained before a page hears it. */
type Outcome<T, P = Explained> = {answer: T} | {problem: P};

/** The style sheets that page code needs, as text: a page can load none of ours. */
interface Look {
  tokens: string;
  card: string;
  /** What draws the marks, in either palette. */
  marks: Record<Theme, string>;
  /** Whether the browser lets a click in the page open the panel. */
  panel: boolean;
}

/** What a page that was read shows, told to the panel. Notes are named by their ids. */
interface PageState {
  state: 'busy' | 'done' | 'problem';
  answer: Answer | null;
  /** In reading order. */
  placed: string[];
  lost: Note[];
  problem: Explained | null;
  /** The note whose card is open; empty for none. */
  open: string;
}

type ToPage =
  | {do: 'toggle' | 'start'; look: Look}
  | {do: 'tell'}
  | {do: 'again'}
  | {do: 'open'; id: string}
  | {do: 'passage'; passage: Passage};
type FromPage = {tell: PageState | null};
type ToBackground =
  | {ask: 'annotate'; facts: Collected}
  | {ask: 'keep'; facts: Collected}
  | {ask: 'feedback'; note: Note}
  | {ask: 'readability'}
  | {ask: 'panel'}
  | {ask: 'options'}
  /** As if the button were pressed. */
  | {ask: 'toggle'}
  /** A single-page site has moved on. */
  | {ask: 'left'}
  /** On a site that is always read, a report stands on the page. */
  | {ask: 'arrived'};
/** Has a page of a site that is always read looked at once more. */
type ToAlways = {seek: true};

/**
 * A stretch of a page's text: `text.slice(start, end)`, in UTF-16 units, is
 * `node.data.substr(at, end - start)`. `apart` is whether something that is not in the
 * text stands between this piece and the one before: a block's end, or an element
 * passed over.
 */
interface Piece extends Span {
  node: Text;
  at: number;
  apart: boolean;
}

/** A page's text and where it stands; `roots` are the shadow roots it goes through. */
interface Mapped {
  text: string;
  pieces: Piece[];
  roots: ShadowRoot[];
}

/** Where a story stands: in an element, and of it in these text nodes alone. */
interface Story {
  element: Element;
  texts: Set<Text> | null;
}

/** Mozilla's Readability, where it was put into the page (package @mozilla/readability). */
declare class Readability {
  constructor(copy: Document, options: {serializer: (element: Element) => Element; disableJSONLD: boolean});
  parse(): {content: Element | null} | null;
}

/** What was read of a page: the story, the heading, and what it says of itself. */
interface PageRead {
  mapped: Mapped;
  heading: Mapped | null;
  facts: Collected;
}

/** A note and where it stands; no ranges for a note that is listed alone. */
interface Placed {
  note: Note;
  ranges: Range[];
}

type Theme = 'light' | 'dark';

/** In CSS pixels from the viewport's top left. */
interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
