"""The Department of Disaster Management, 27 July 2023: an answer key.

Each thing by its place in the file, (line, start, end) from 0; "#…" is a digest. Made by careful reading; how a
place becomes a text is in test_read_real.py.
"""

KEY = {
    "file": "004-department-of-disaster-management-2023-07-27.txt",
    "office": (3, 1, 29),
    "section": None,
    "title": (8, 7, 126),
    "fiscal_year": "2023-24",
    "date": "2023-07-27",
    "time": "11:00",
    "attendance": "listed",
    "memo_no": "51.01.0000.040.06.043.23.952",
    "issue_date": "2023-08-02",
    "place": (20, 12, 51),
    "bangla_date": None,
    "chair": ((10, 8, 29), "#5fa1b51a1569"),
    "secretary": ((28, 10, 32), "#18934e5cf9c0"),
    "attendees": [
        ((24, 10, 30), (24, 31, 92), None),
        ((25, 10, 20), (25, 21, 81), None),
        ((26, 10, 26), (26, 28, 69), None),
        ((27, 10, 27), (27, 29, 118), None),
        ((28, 10, 32), (28, 34, 87), None),
    ],
    "items": [
        {
            "no": 1,
            "codes": [],
            "topic": (36, 3, 92),
            "discussion": (36, 93, 604),
            "decisions": [
                {
                    "no": 1,
                    "text": (36, 608, 675),
                    "due": [],
                    "implementers": [(36, 781, 801), (36, 802, 815), (36, 816, 839)],
                },
                {
                    "no": 2,
                    "text": (36, 679, 780),
                    "due": [("within_days", 15, "2023-08-11")],
                    "implementers": [(36, 781, 801), (36, 802, 815), (36, 816, 839)],
                },
            ],
        },
        {
            "no": 2,
            "codes": [],
            "topic": (37, 3, 306),
            "discussion": (37, 307, 600),
            "decisions": [
                {"no": None, "text": (37, 601, 758), "due": [], "implementers": [(37, 759, 793), (37, 795, 808)]}
            ],
        },
        {
            "no": 3,
            "codes": [],
            "topic": None,
            "discussion": (40, 3, 695),
            "decisions": [
                {"no": 1, "text": (40, 699, 765), "due": [], "implementers": [(40, 815, 828), (40, 829, 852)]},
                {
                    "no": 2,
                    "text": (40, 769, 814),
                    "due": [("month", "2024-03", "2024-03-31")],
                    "implementers": [(40, 815, 828), (40, 829, 852)],
                },
            ],
        },
        {
            "no": 4,
            "codes": [],
            "topic": (41, 3, 27),
            "discussion": (41, 28, 383),
            "decisions": [
                {"no": 1, "text": (41, 387, 459), "due": [], "implementers": [(41, 602, 643)]},
                {"no": 2, "text": (41, 463, 598), "due": [], "implementers": []},
            ],
        },
        {
            "no": 5,
            "codes": [],
            "topic": (42, 3, 27),
            "discussion": (42, 28, 225),
            "decisions": [
                {
                    "no": None,
                    "text": (42, 226, 360),
                    "due": [("every", "3 months", None)],
                    "implementers": [(42, 361, 402)],
                }
            ],
        },
        {
            "no": 6,
            "codes": [],
            "topic": (43, 3, 57),
            "discussion": (43, 58, 595),
            "decisions": [
                {"no": 1, "text": (43, 599, 770), "due": [], "implementers": [(43, 147, 181)]},
                {
                    "no": 2,
                    "text": (43, 774, 934),
                    "due": [("within_days", 14, "2023-08-10")],
                    "implementers": [(43, 147, 181), (43, 1014, 1049)],
                },
            ],
        },
        {
            "no": 7,
            "codes": [],
            "topic": (44, 3, 65),
            "discussion": (44, 66, 279),
            "decisions": [
                {
                    "no": None,
                    "text": (44, 190, 279),
                    "due": [("month", "2023-10", "2023-10-31"), ("month", "2023-12", "2023-12-31")],
                    "implementers": [(44, 370, 383), (44, 384, 407)],
                }
            ],
        },
        {
            "no": 8,
            "codes": [],
            "topic": (47, 3, 58),
            "discussion": (47, 59, 266),
            "decisions": [
                {
                    "no": None,
                    "text": (47, 267, 357),
                    "due": [("month", "2024-01", "2024-01-31")],
                    "implementers": [(47, 358, 392), (47, 393, 406), (47, 408, 431)],
                }
            ],
        },
        {
            "no": 9,
            "codes": [],
            "topic": (48, 3, 8),
            "discussion": (48, 9, 454),
            "decisions": [
                {"no": 1, "text": (48, 458, 574), "due": [], "implementers": [(48, 717, 751), (48, 9, 32)]},
                {
                    "no": 2,
                    "text": (48, 278, 413),
                    "due": [("every", "3 months", "2023-10-27")],
                    "implementers": [(48, 717, 751), (48, 817, 855)],
                },
            ],
        },
    ],
    "indicators": [],
    "signatories": [((53, 1, 22), "#28477d8326e5"), ((79, 1, 23), "#18934e5cf9c0")],
    "distribution": [
        (67, 5, 64),
        (68, 5, 56),
        (69, 5, 55),
        (70, 5, 122),
        (71, 5, 84),
        (72, 5, 139),
        (73, 5, 65),
        (74, 5, 58),
        (75, 5, 103),
        (76, 6, 25),
    ],
    "warnings": [
        ("missing_cell", "items[2]", "#a59666df0e1f"),
        ("implementer_missing", "items[3].decisions[1].implementers", None),
    ],
}
