"""Article -> Reading: one pass over the text, each layer built on those before it."""

from sidelight.deadline import look
from sidelight.model import Article, Attribution, Quotation, Reading, Sentence
from sidelight.readings import (
    attributions,
    calendar,
    clauses,
    contexts,
    criticisms,
    dates,
    documents,
    entities,
    figures,
    headlines,
    hearsay,
    linker,
    names,
    parties,
    party_terms,
    people,
    quotations,
    sentences,
    silences,
    spacing,
    strong_words,
    surroundings,
    terms,
    unnamed,
    voices,
    words,
)
from sidelight.readings.spans import BySpan

# Goes up whenever a reading of the same text may come out otherwise: what is stored
# was read by some version, and is read anew when that is no longer this one.
VERSION = "11"


def read(article: Article) -> Reading:
    """Return every layer of annotation over an article's text, and over its title."""
    squeezed = spacing.squeezed(article.text)
    text = article.text if squeezed is None else squeezed.text
    of_sentences = sentences.read(text)
    of_quotations = quotations.read(text, tuple(sentences.paragraphs(text)))
    of_names = names.read(text, of_sentences, parties.by_alias())
    of_entities = entities.read(text, of_names)
    of_parties = parties.read(text, of_names, of_entities)
    look()
    said = _attributions(text, of_sentences, of_quotations)
    of_people = people.read(
        text,
        of_names,
        of_entities,
        BySpan(of_parties, lambda mention: mention.span),
        said,
    )
    of_voices, credited = voices.read(
        text,
        of_sentences,
        said,
        of_people,
        of_parties,
    )
    look()
    of_dates = dates.read(text, article.day)
    of_figures = figures.read(text, tuple(date.span for date in of_dates))
    of_clauses = clauses.read(text, of_sentences, of_names)
    look()
    of_words = words.read(text)
    around = surroundings.Surroundings(
        text,
        of_words,
        of_sentences,
        of_clauses,
        [*(date.span for date in of_dates), *(figure.span for figure in of_figures)],
    )
    look()
    title = article.title or ""
    return Reading(
        article=article,
        sentences=of_sentences,
        words=of_words,
        quotations=of_quotations,
        attributions=credited,
        voices=of_voices,
        unnamed=unnamed.read(text, of_sentences, of_quotations, credited),
        criticisms=criticisms.read(
            text,
            criticisms.Layers(
                of_sentences,
                of_quotations,
                credited,
                of_voices,
                of_parties,
                of_people,
            ),
        ),
        dates=of_dates,
        figures=of_figures,
        clauses=of_clauses,
        dated=contexts.of_dates(text, of_dates, of_clauses, around),
        counted=contexts.of_figures(text, of_figures, of_clauses, around),
        terms=terms.read(title, text, of_sentences),
        names=terms.of_names(of_clauses),
        headline=quotations.read(title, tuple(sentences.paragraphs(title))),
        squeezed=squeezed,
        documents=documents.read(text, of_sentences, of_quotations, of_dates),
        headline_words=headlines.words(title),
        headline_figures=headlines.figures(title),
        strong_words=strong_words.read(text, of_sentences, of_words),
        party_terms=party_terms.read(text, of_words),
        written_days=calendar.written_days(text),
        steps=calendar.steps(text, of_sentences, of_dates),
    )


def _attributions(
    text: str, of_sentences: tuple[Sentence, ...], of_quotations: tuple[Quotation, ...]
) -> tuple[Attribution, ...]:
    """Return the learned attributions, and what rules find where none was learned.

    A silence ("declined to comment") and hearsay go before both, and a source that a
    rule found before none at all.
    """
    found = [
        *silences.read(text, of_sentences),
        *hearsay.read(text, of_sentences, of_quotations),
    ]
    learned = linker.read(text, of_sentences, of_quotations)
    for layer in (
        [attribution for attribution in learned if attribution.source],
        attributions.read(text, of_sentences, of_quotations),
        learned,
    ):
        taken = BySpan([a.cue for a in found if a.cue], lambda cue: cue)
        found += [a for a in layer if not a.cue or not any(taken.overlapping(a.cue))]
    return tuple(sorted(found, key=lambda attribution: attribution.span))
