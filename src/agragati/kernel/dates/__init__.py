"""Dates in Bangla papers: reading them from text and from forms, writing them, and checking one calendar by the other.

See docs/algorithms/dates.md.
"""

from agragati.kernel.dates.entry import parse_day as parse_day
from agragati.kernel.dates.model import Kind as Kind
from agragati.kernel.dates.model import ReadDate as ReadDate
from agragati.kernel.dates.model import Sureness as Sureness
from agragati.kernel.dates.model import Unit as Unit
from agragati.kernel.dates.pairing import pair_check as pair_check
from agragati.kernel.dates.reading import read_date as read_date
from agragati.kernel.dates.reading import read_dates as read_dates
from agragati.kernel.dates.writing import write_bangla as write_bangla
from agragati.kernel.dates.writing import write_both as write_both
from agragati.kernel.dates.writing import write_day as write_day
from agragati.kernel.dates.writing import write_long as write_long
from agragati.kernel.dates.writing import write_weekday as write_weekday
