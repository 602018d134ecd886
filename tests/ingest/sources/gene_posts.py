"""Gene posts made up for tests, and what is read from them."""

from ingest.document import Document, decode
from ingest.sources.gpt3_gene_post import parse

CLOSING = "**_This information is analyzed by AI language model and written by OpenAI's GPT-3._**"
FRONT = """---
title: "TEST1"
date: 2023-05-10 00:00:00
layout: post
categories: Gene
tags: ['A', 'B']
---
"""


def post(body: str, front: str = FRONT) -> Document:
    return decode("post.md", f"{front}\n{body}\n\n{CLOSING}".encode())


def said(body: str, prop: str, subject: str = "gene") -> list[str]:
    facts = parse(post(body)).facts
    return [fact.value for fact in facts if (fact.subject, fact.property) == (subject, prop)]


def quotes(body: str, prop: str) -> list[str]:
    document = post(body)
    return [document.quote(fact.span) for fact in parse(document).facts if fact.property == prop]
