"""The commands of ``models``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from translation.cli.output import say

if TYPE_CHECKING:
    import argparse

    from translation.engines.offers import Offer


def list_models(_: argparse.Namespace) -> int:
    """Print the installed models, the one in use marked, and those that can be installed."""
    from translation.engines.install import OFFERS
    from translation.engines.models import default_name, installed

    default = default_name()
    present = installed()
    for model in present:
        mark = "*" if model.name == default else " "
        kind = "comes with the program" if model.bundled else str(model.folder)
        say(f"{mark} {model.name:<28} {model.problem or kind}")
    names = {model.name for model in present}
    for offer in OFFERS:
        if offer.name not in names:
            say(f"  {offer.id:<28} can be installed: {offer.summary}")
    return 0


def info(args: argparse.Namespace) -> int:
    """Print what is known of a model."""
    from translation.engines import models
    from translation.engines.languages import bcp47, pick_code

    found = models.info(args.model)
    say(f"name             {found.name}")
    say(f"languages        {found.source_language} → {found.target_language}")
    if found.target_codes:
        say(f"writes           {', '.join(found.target_codes)}")
        for language in dict.fromkeys((found.target_language, *map(bcp47, found.target_codes))):
            code = pick_code(found.target_codes, language)
            if code and code != language:
                say(f"  {language:<14} by >>{code}<<")
    say(f"longest source   {found.longest_source} tokens")
    say(f"revision         {found.revision}")
    say(f"licence          {found.licence or 'not stated'}")
    if found.summary:
        say(f"quality          {found.summary}")
    return 0


def remove(args: argparse.Namespace) -> int:
    """Remove an installed model."""
    from translation.engines import models

    models.remove(args.model)
    return 0


def install(args: argparse.Namespace) -> int:
    """Install a model from the hub, its licence shown and accepted first, or from a folder."""
    from translation.engines.install import install as install_model

    accepts = True if args.accept_licence else _ask_about_licence
    name = install_model(args.model, accepts, _show_progress)
    if sys.stderr.isatty():
        print(file=sys.stderr)
    print(f"{name} is installed; use it with --model {name}, or choose it in the window.")
    return 0


def _ask_about_licence(offer: Offer) -> bool:
    """Show an offer's licence and ask; without a terminal to answer on, the answer is no."""
    print(f"{offer.id}: {offer.summary}")
    print(f"Licence: {offer.licence}, {offer.licence_url}; by {offer.attribution}.")
    print(f"{offer.megabytes} MB will be fetched from the Hugging Face hub.")
    if not sys.stdin.isatty():
        print("Say --accept-licence to accept the licence.")
        return False
    return input("Accept the licence and fetch it? [y/N] ").strip().lower() in {"y", "yes"}


def _show_progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done / 1e6:.0f} of {total / 1e6:.0f} MB", end="", file=sys.stderr, flush=True)
