"""Pure Python: Bangla text and digits, both calendars, fiscal years, money, memo numbers, errors.

No Django, no input or output.
"""
