"""The Rural Development and Cooperatives Division, 26 September 2023: an answer key.

Each thing by its place in the file, (line, start, end) from 0; "#…" is a digest. Made by careful reading; how a
place becomes a text is in test_read_real.py.
"""

KEY = {
    "file": "000-rural-development-division-2023-09-26.txt",
    "office": (4, 1, 29),
    "section": (5, 1, 40),
    "title": "#1d094a3b7243",
    "fiscal_year": "2023-24",
    "date": "2023-09-26",
    "time": "09:30",
    "attendance": "annex",
    "memo_no": "87.00.0000.043.16.008.23.23",
    "issue_date": "2023-10-01",
    "place": (15, 6, 122),
    "bangla_date": (46, 7, 20),
    "chair": ((12, 7, 25), (12, 26, 39)),
    "secretary": None,
    "attendees": [],
    "items": [
        {
            "no": 1,
            "codes": ["1.1.1"],
            "topic": (26, 2, 102),
            "discussion": None,
            "decisions": [
                {"no": None, "text": (26, 103, 537), "due": [("date", "2024-03-16", "2024-03-16")], "implementers": []}
            ],
        },
        {
            "no": 2,
            "codes": ["2.1.1"],
            "topic": (28, 2, 120),
            "discussion": None,
            "decisions": [
                {
                    "no": None,
                    "text": (28, 121, 853),
                    "due": [
                        ("every", "3 months", None),
                        ("date", "2023-10-15", "2023-10-15"),
                        ("date", "2024-01-15", "2024-01-15"),
                        ("date", "2024-04-15", "2024-04-15"),
                        ("date", "2024-07-10", "2024-07-10"),
                    ],
                    "implementers": [],
                }
            ],
        },
        {
            "no": 3,
            "codes": ["3.1.1"],
            "topic": (29, 2, 113),
            "discussion": None,
            "decisions": [
                {"no": None, "text": (29, 114, 599), "due": [("date", "2024-05-09", "2024-05-09")], "implementers": []}
            ],
        },
        {
            "no": 8,
            "codes": ["4.1.1"],
            "topic": (30, 2, 49),
            "discussion": None,
            "decisions": [
                {"no": None, "text": (30, 50, 271), "due": [("every", "3 months", None)], "implementers": []}
            ],
        },
        {
            "no": 5,
            "codes": ["5.1.1"],
            "topic": (31, 2, 34),
            "discussion": None,
            "decisions": [
                {
                    "no": None,
                    "text": (31, 35, 1368),
                    "due": [
                        ("every", "3 months", None),
                        ("date", "2023-09-30", "2023-09-30"),
                        ("date", "2023-10-03", "2023-10-03"),
                        ("date", "2023-12-31", "2023-12-31"),
                        ("date", "2024-01-03", "2024-01-03"),
                        ("date", "2024-03-31", "2024-03-31"),
                        ("date", "2024-04-03", "2024-04-03"),
                        ("date", "2024-06-30", "2024-06-30"),
                        ("date", "2024-07-03", "2024-07-03"),
                    ],
                    "implementers": [],
                }
            ],
        },
        {
            "no": 6,
            "codes": ["6.1.1"],
            "topic": (33, 2, 75),
            "discussion": None,
            "decisions": [
                {"no": None, "text": (33, 76, 313), "due": [("every", "6 months", None)], "implementers": []}
            ],
        },
        {
            "no": 7,
            "codes": ["6.1.2"],
            "topic": (34, 2, 65),
            "discussion": None,
            "decisions": [
                {"no": None, "text": (34, 66, 199), "due": [("date", "2024-03-25", "2024-03-25")], "implementers": []}
            ],
        },
    ],
    "indicators": [],
    "signatories": [((40, 0, 18), (42, 0, 13)), ((84, 0, 22), (86, 0, 16))],
    "distribution": [
        (54, 5, 67),
        (55, 5, 94),
        (56, 5, 59),
        (57, 5, 60),
        (58, 5, 65),
        (59, 5, 59),
        (60, 5, 60),
        (61, 5, 67),
        (62, 5, 88),
        (63, 6, 63),
        (64, 6, 87),
        (65, 6, 63),
        (66, 6, 79),
        (67, 6, 116),
        (68, 6, 131),
        (69, 6, 135),
        (70, 6, 102),
        (71, 6, 80),
        "#ab80ad04633e",
        "#294e59a71e97",
        (79, 4, 79),
    ],
    "warnings": [
        ("serial_out_of_order", "items[3].no", "4"),
        ("bangla_date", "bangla_date", "#b3713c87712d"),
        ("memo_code", "memo_no", "47.00.0000.043.16.008.23.23"),
        ("name_spelled_two_ways", "signatories[0].name", "#754b05e8e971"),
        ("implementer_missing", "items", None),
    ],
}
