"""Replies in the shapes that the providers document, of invented reports."""

import json

GDELT = json.dumps(
    {
        "articles": [
            {
                "url": "https://gazette.example/dam",
                "url_mobile": "",
                "title": "Dam above Ostrey holds , board says",
                "seendate": "20260601T081500Z",
                "socialimage": "https://gazette.example/dam.jpg",
                "domain": "gazette.example",
                "language": "English",
                "sourcecountry": "United Kingdom",
            },
            {"url": "https://courier.example/flood", "title": "", "seendate": "soon"},
            {"title": "Without an address"},
        ]
    }
)
FACT_CHECK = json.dumps(
    {
        "claims": [
            {
                "text": "The dam at Ostrey broke.",
                "claimant": "Posts",
                "claimDate": "2026-06-01T00:00:00Z",
                "claimReview": [
                    {
                        "publisher": {"name": "Check Desk", "site": "desk.example"},
                        "url": "https://desk.example/dam",
                        "title": "What happened at the dam",
                        "reviewDate": "2026-06-02T00:00:00Z",
                        "textualRating": "Rated so",
                        "languageCode": "en",
                    },
                    {"url": "https://pruefung.example/damm", "languageCode": "de"},
                ],
            },
            {"text": "Without a review"},
        ],
        "nextPageToken": "CAo",
    }
)
WIKIPEDIA = json.dumps(
    {
        "parse": {
            "title": "Portal:Current events/2026 June 1",
            "pageid": 1,
            "wikitext": (
                "{{Current events|year=2026|month=06|day=1|content=\n"
                "<!-- All news items below this line -->\n"
                "'''Disasters and accidents'''\n"
                "* [[2026 Ostrey flood]]\n"
                "** The [[dam]] above the [[Ostrey, Somewhere|town of Ostrey]] holds; the "
                "river board lets people return. "
                "[https://wire.example/ostrey (The Wire)] "
                "[https://gazette.example/dam ''(Ostrey Gazette)'']\n"
                "'''Sport'''\n"
                "* A team from Ostrey wins a cup. [https://sport.example/cup (Sport)]\n"
                "<!-- All news items above this line -->}}"
            ),
        }
    }
)
NO_SUCH_PAGE = json.dumps(
    {"error": {"code": "missingtitle", "info": "The page you specified doesn't exist."}}
)
