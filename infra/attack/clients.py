"""For schemathesis: every request comes from a client of its own, as behind a proxy, so that what is tried is the operation and not
its budget (the budgets have tests of their own, bar A9)."""

import itertools

import schemathesis

NUMBER = itertools.count(1)


@schemathesis.hook
def before_call(context, case, kwargs):
    number = next(NUMBER)
    case.headers = case.headers or {}
    case.headers["X-Forwarded-For"] = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
