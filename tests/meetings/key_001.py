"""The upazila cooperative office of Chatkhil, 29 July 2024: an answer key.

Each thing by its place in the file, (line, start, end) from 0; "#…" is a digest. Made by careful reading; how a
place becomes a text is in test_read_real.py.
"""

KEY = {
    "file": "001-upazila-cooperative-office-chatkhil-2024-07-29.txt",
    "office": (2, 0, 42),
    "section": None,
    "title": "#cfc55c92e365",
    "fiscal_year": "2024-25",
    "date": "2024-07-29",
    "time": "11:00",
    "attendance": "listed",
    "memo_no": None,
    "issue_date": None,
    "place": (2, 0, 42),
    "bangla_date": None,
    "chair": ((5, 14, 33), (10, 0, 39)),
    "secretary": ((24, 11, 27), (24, 28, 85)),
    "attendees": [
        ((5, 14, 33), (10, 0, 39), (22, 73, 80)),
        ((23, 11, 23), (23, 24, 81), (23, 85, 90)),
        ((24, 11, 27), (24, 28, 85), (24, 89, 115)),
    ],
    "items": [
        {
            "no": None,
            "codes": ["1.1.1"],
            "topic": (31, 2, 101),
            "discussion": (31, 104, 281),
            "decisions": [{"no": None, "text": (31, 284, 500), "due": [], "implementers": [(31, 305, 355)]}],
        },
        {
            "no": None,
            "codes": ["2.1.1"],
            "topic": "#e54c5e6ae3c8",
            "discussion": (32, 126, 252),
            "decisions": [{"no": None, "text": (32, 255, 398), "due": [], "implementers": [(32, 401, 451)]}],
        },
        {
            "no": None,
            "codes": ["3.1.1"],
            "topic": (39, 5, 129),
            "discussion": (39, 139, 284),
            "decisions": [{"no": None, "text": (39, 294, 471), "due": [], "implementers": [(39, 481, 531)]}],
        },
        {
            "no": None,
            "codes": ["4.1.1"],
            "topic": (40, 5, 57),
            "discussion": (40, 67, 136),
            "decisions": [{"no": None, "text": (40, 146, 187), "due": [], "implementers": []}],
        },
        {
            "no": None,
            "codes": ["4.1.2"],
            "topic": (41, 5, 37),
            "discussion": (41, 47, 96),
            "decisions": [{"no": None, "text": (41, 106, 570), "due": [], "implementers": [(41, 580, 630)]}],
        },
        {
            "no": None,
            "codes": ["5.1.1"],
            "topic": (42, 5, 37),
            "discussion": (42, 47, 110),
            "decisions": [{"no": None, "text": (42, 120, 355), "due": [], "implementers": [(42, 365, 415)]}],
        },
        {
            "no": None,
            "codes": ["6.1.1"],
            "topic": (43, 5, 114),
            "discussion": (43, 124, 179),
            "decisions": [{"no": None, "text": (43, 189, 312), "due": [], "implementers": [(43, 322, 372)]}],
        },
        {
            "no": None,
            "codes": ["7.1.1"],
            "topic": (44, 5, 111),
            "discussion": (44, 121, 208),
            "decisions": [{"no": None, "text": (44, 218, 316), "due": [], "implementers": [(44, 326, 376)]}],
        },
        {
            "no": None,
            "codes": ["8.1.1"],
            "topic": (50, 2, 118),
            "discussion": (50, 121, 256),
            "decisions": [{"no": None, "text": (50, 259, 357), "due": [], "implementers": [(50, 360, 410)]}],
        },
    ],
    "indicators": [],
    "signatories": [((57, 0, 19), (10, 0, 39))],
    "distribution": [],
    "warnings": [
        ("quarter_not_ended", "items[4]", "2024-09-30"),
        ("quarter_not_ended", "items[5]", "2024-09-30"),
        ("implementer_missing", "items[3].decisions[0].implementers", None),
    ],
}
