/**
 * The PDF of a report in Typst's markup (typst.app/docs). It holds no word of the report itself:
 * all texts come from `report.json`, which `data.ts` makes. A text there is `(text, rtl)`.
 */
export const template = String.raw`
#let d = json("/report.json")
#let w = d.words

#let ink = rgb("#22201c")
#let soft = rgb("#5d574d")
#let line-color = rgb("#e2d9ca")
#let ground = rgb("#faf7f2")
#let accent = rgb("#0f5e5a")
#let accent-tint = rgb("#e0efec")
#let hairline = 0.6pt + line-color

#set document(title: d.plainTitle, author: d.author, keywords: (), date: if d.day == none { none } else { datetime(..d.day) })
#set text(font: ("Rubik", "Noto Emoji"), size: 9.5pt, lang: d.lang, region: d.region, fill: ink, hyphenate: false, number-type: "lining")
#set par(leading: 0.62em, spacing: 0.9em, justify: false)
#set table(stroke: none)
#set list(marker: none, indent: 0pt, body-indent: 0pt)

// A text among others, and one that stands for itself and is read from the left or from the right.
#let say(t, ..style) = text(..style, t.text)
#let para(t, ..style) = {
  set par(leading: 0.58em)
  set align(if t.rtl { right } else { left })
  set text(dir: if t.rtl { rtl } else { ltr })
  say(t, ..style)
}
// What stands below a text and says more about it.
#let below(body, gap: 3.5pt) = block(above: gap, below: 0pt, body)
#let sign(svg, size: 11pt) = box(width: size, height: size, baseline: 14%, pdf.artifact(image(bytes(svg), format: "svg", width: size)))
#let label(body) = text(size: 7.5pt, weight: 500, fill: soft, tracking: 0.04em, upper(body))

#show heading: set text(weight: 600, fill: ink)
#show heading: set block(sticky: true)
#show heading.where(level: 2): it => block(above: 13mm, below: 5mm, text(size: 19pt, tracking: -0.2pt, it.body))
#show heading.where(level: 3): it => block(above: 8mm, below: 3mm, text(size: 12pt, it.body))
#show heading.where(level: 4): it => block(above: 5mm, below: 2mm, text(size: 10pt, it.body))

// ---------------------------------------------------------------- cover

#set page("a4", margin: (x: 20mm, top: 22mm, bottom: 18mm), fill: ground, footer: none)

#text(size: 9pt, weight: 500, fill: accent, tracking: 0.1em, upper(w.report))
#v(26mm)
#{
  set par(leading: 0.42em)
  show heading: it => block(width: 100%, above: 0pt, below: 0pt, it.body)
  let long = d.title.text.len()
  heading(level: 1, outlined: true, para(d.title, size: if long > 140 { 20pt } else if long > 70 { 27pt } else { 36pt }, weight: 600, tracking: -0.4pt))
}
#if d.workshop.text != "" {
  v(7mm)
  block(width: if d.workshop.rtl { 100% } else { 82% }, para(d.workshop, size: 13pt, fill: soft))
}
#v(1fr)
#if d.ornament != none { pdf.artifact(image(bytes(d.ornament), format: "svg", width: 100%)) }
#v(1fr)
#line(length: 100%, stroke: hairline)
#v(3mm)
#grid(
  columns: (1fr, 1fr, 1fr, 1fr),
  ..d.figures.map(f => [
    #text(size: 22pt, weight: 600, fill: accent, f.number) \
    #text(size: 9pt, fill: soft, f.unit)
  ])
)
#v(3mm)
#line(length: 100%, stroke: hairline)
#v(4mm)
#{
  set par(leading: 0.55em)
  let fact(name, body) = [#label(name) \ #body]
  grid(
    columns: (1fr, 1fr),
    column-gutter: 10mm,
    row-gutter: 5mm,
    [#say((text: d.saved, rtl: false), weight: 500) #if d.written != "" [\ #text(fill: soft, d.written)] #if d.savedBy.text != "" [\ #say(d.savedBy, fill: soft)]],
    if d.facilitators.text != "" { fact(w.facilitators, say(d.facilitators)) },
    ..if d.siteNames.text != "" { (grid.cell(colspan: 2, fact(w.sites, say(d.siteNames))),) }
  )
}

// ---------------------------------------------------------------- inner pages

#let footer = context {
  set text(size: 7.5pt, fill: soft)
  let title = d.title.text
  grid(
    columns: (1fr, auto),
    column-gutter: 8mm,
    box(height: 1.3em, clip: true, say(d.title)),
    counter(page).display("1 / 1", both: true),
  )
}
#set page(fill: none, margin: (x: 20mm, top: 20mm, bottom: 20mm), footer: footer)
#pagebreak(weak: true)

#let words(title, all) = if all.len() > 0 {
  heading(level: 2, title)
  block(width: 88%, all.map(p => block(above: 0pt, below: 3.6mm, para(p, size: 10.5pt))).join())
}
#words(w.introduction, d.introduction)

== #w.atAGlance

#let bar(share, color) = box(width: 100%, height: 3.5pt, radius: 1pt, fill: color.transparentize(85%), pdf.artifact(if share > 0 { rect(width: share * 100%, height: 3.5pt, radius: 1pt, fill: color, stroke: none) }))
#let rule = table.hline(stroke: hairline)

#{
  let c = d.counts
  show table.cell.where(y: 0): set text(size: 8.5pt, weight: 500, fill: soft)
  block(below: 2mm, text(size: 8.5pt, fill: soft, w.notesByApproach))
  table(
    columns: (auto,) + (1fr,) * c.heads.len() + (auto,),
    inset: (x: 0pt, y: 4.2pt),
    column-gutter: 7mm,
    align: (x, y) => if x == c.heads.len() + 1 { right } else { left },
    table.header(w.column, ..c.heads.map(h => say(h)), w.total, rule),
    ..c.rows.map(r => {
      let a = rgb(d.accents.at(r.kind).ink)
      (
        [#sign(d.signs.columns.at(r.kind)) #h(2pt) #say(r.title, weight: 500, fill: a)],
        ..r.cells.map(cell => if cell == none { [] } else [#text(weight: 500, cell.number) #v(-6pt) #bar(cell.share, a)]),
        text(weight: 500, r.total),
        rule,
      )
    }).flatten(),
    ..c.others.map(o => (table.cell(colspan: c.heads.len() + 1, text(fill: soft, say(o.title))), text(weight: 500, o.number), rule)).flatten(),
    table.footer(repeat: false, text(weight: 600, w.total), ..c.totals.map(n => text(weight: 600, n)), text(weight: 600, c.total)),
  )
}

#let counts-table(s) = {
  set text(size: 8.5pt)
  show table.cell.where(y: 0): set text(size: 8pt, weight: 500, fill: soft)
  table(
    columns: (1.4fr,) + (1fr,) * (s.heads.len() - 1),
    inset: (x: 0pt, y: 3.5pt),
    column-gutter: 4mm,
    align: (x, y) => if x == 0 { left } else { right },
    table.header(..s.heads.map(h => say(h)), rule),
    ..s.rows.map(r => (say(r.site), ..r.cells, rule)).flatten(),
  )
}
#for s in d.bySite.slice(0, calc.min(1, d.bySite.len())) {
  heading(level: 3, s.title)
  image(bytes(s.chart), format: "svg", width: 100%, alt: s.alt)
  v(2mm)
  counts-table(s)
}

#if d.strongest.len() > 0 {
  heading(level: 3, w.strongest)
  block(below: 3mm, sticky: true, text(fill: soft, w.strongestExplained))
  list(spacing: 0pt, ..d.strongest.map(n => block(width: 100%, breakable: false, inset: (y: 5pt), stroke: (bottom: hairline), grid(
    columns: (9pt, 1fr, auto),
    column-gutter: 8pt,
    pdf.artifact(box(width: 9pt, height: 9pt, radius: 1pt, fill: rgb(n.paper), stroke: 0.4pt + ink.transparentize(75%))),
    para(n.what, weight: 500) + if n.place.text != "" { below(say(n.place, size: 8pt, fill: soft)) },
    text(size: 8.5pt, fill: accent, weight: 500, n.response),
  ))))
}

#if d.votesByColumn != none {
  block(above: 8mm, breakable: false, width: 100%, {
    heading(level: 3, d.votesByColumn.title)
    counts-table(d.votesByColumn)
  })
}
#for s in d.bySite.slice(calc.min(1, d.bySite.len())) {
  block(above: 8mm, breakable: false, width: 100%, {
    heading(level: 3, s.title)
    image(bytes(s.chart), format: "svg", width: 100%, alt: s.alt)
    v(2mm)
    counts-table(s)
  })
}

#let sentences(title, list-of) = [
  === #title
  #list(marker: text(fill: accent, "•"), body-indent: 5pt, spacing: 2.4mm, ..list-of.map(s => say(s)))
]
#if d.comparing {
  sentences(w.agree, d.agree)
  sentences(w.differ, d.differ)
}

#heading(level: 3, w.whoTookPart)
#if d.nobody { text(fill: soft, w.nobodyYet) }
#grid(columns: (1fr, 1fr, 1fr), column-gutter: 8mm, row-gutter: 2mm, ..d.sites.map(s => grid.cell(breakable: s.people.len() > 40, block(width: 100%, inset: (top: 5pt, bottom: 5pt), stroke: (top: hairline), {
  block(below: 5pt, [#say(s.name, weight: 600) \ #text(size: 8pt, fill: soft)[#s.count #if s.about.text != "" [ \ #say(s.about)]]])
  list(spacing: 4pt, ..s.people.map(p => [#say(p.name)#if p.facilitates [ #text(size: 8pt, fill: accent, w.facilitator)]]))
}))))

#if d.actions.len() > 0 {
  heading(level: 2, w.actions)
  block(below: 4mm, sticky: true, text(fill: soft, w.actionsExplained))
  show table.cell.where(y: 0): set text(size: 8pt, weight: 500, fill: soft)
  table(
    columns: (1fr, 36mm, 30mm, 24mm),
    inset: (x: 0pt, y: 5pt),
    column-gutter: 5mm,
    table.header(w.what, w.owner, w.due, w.state, rule),
    ..d.actions.map(a => (
      para(a.what, weight: 500) + if a.place.text != "" { below(say(a.place, size: 8pt, fill: soft)) },
      if a.owner == none { text(fill: soft, w.noOwner) } else { say(a.owner) },
      if a.day == none { text(fill: soft, w.noDue) } else { a.day },
      [#sign(if a.done { d.signs.done } else { d.signs.toDo }, size: 9pt) #if a.done { text(fill: soft, w.done) } else { text(fill: accent, weight: 500, w.toDo) }],
      rule,
    )).flatten(),
  )
}

// A bar for each result, and the same as numbers, with every site.
#if d.rounds.len() > 0 {
  heading(level: 2, w.rounds)
  block(below: 4mm, sticky: true, text(fill: soft, w.roundsExplained))
  for r in d.rounds {
    heading(level: 3, say(r.question))
    block(below: 3mm, sticky: true, say(r.facts, size: 8.5pt, fill: soft))
    if r.items.len() == 0 { text(fill: soft, w.nobodyVoted) } else {
      show table.cell.where(y: 0): set text(size: 7.5pt, weight: 500, fill: soft)
      let numbers = r.heads.len() - 2
      table(
        columns: (auto, 1fr) + (auto,) * numbers,
        inset: (x: 0pt, y: 4.5pt),
        column-gutter: if numbers > 6 { 2.6mm } else { 4.5mm },
        align: (x, y) => if x == 1 { left } else { right },
        table.header(..r.heads.map(h => say(h)), rule),
        ..r.items.map(i => (
          text(fill: soft, i.rank),
          // A result and its bar stay together.
          table.cell(breakable: false, para(i.what, weight: 500) + if i.place.text != "" { below(say(i.place, size: 7.5pt, fill: soft)) } + below(gap: 4.5pt, bar(i.share, accent))),
          text(weight: 600, fill: accent, i.cells.at(0)),
          ..i.cells.slice(1),
          rule,
        )).flatten(),
        table.footer(repeat: false, [], text(fill: soft, w.voters) + if r.voters.bySite.text != "" { below(say(r.voters.bySite, size: 7.5pt, fill: soft)) }, ..r.voters.cells.map(n => text(fill: soft, n))),
      )
    }
  }
}

#if d.polls.len() > 0 {
  heading(level: 2, w.polls)
  block(below: 4mm, sticky: true, text(fill: soft, w.pollsExplained))
  let poll(p) = grid.cell(breakable: false, {
    heading(level: 3, say(p.question))
    block(below: 2mm, above: 2mm, text(size: 8.5pt, fill: soft, p.facts))
    show table.cell.where(y: 0): set text(size: 7.5pt, weight: 500, fill: soft)
    table(
      columns: (38%, 1fr, auto),
      inset: (x: 0pt, y: 3.5pt),
      column-gutter: 4mm,
      align: (x, y) => (if x == 2 { right } else { left }) + horizon,
      table.header(w.answer, [], w.answers, rule),
      ..p.answers.map(a => (para(a.answer, size: 9pt), bar(a.share, accent), text(weight: 600, a.number))).flatten(),
    )
  })
  show heading.where(level: 3): it => block(below: 2mm, text(size: 10pt, it.body))
  grid(columns: (1fr,) * calc.max(2, calc.min(3, d.polls.len())), column-gutter: 9mm, row-gutter: 7mm, ..d.polls.map(poll))
}

// ---------------------------------------------------------------- the board

#page(flipped: d.picture.wide, margin: (x: 14mm, top: 14mm, bottom: 18mm))[
  == #w.wholeBoard
  #align(center, image(d.picture.file, width: 100%, height: if d.picture.wide { 148mm } else { 232mm }, fit: "contain", alt: d.picture.alt))
  #text(size: 8.5pt, fill: soft, w.pictureCaption)
]

// ---------------------------------------------------------------- notes

// A note is laid out once: in a grid, or as an item of a Typst list (which is one), it would be measured
// first, which takes longer than everything else in a report of a thousand notes.
// Only what is long is broken over two pages.
#let note(n) = block(width: 100%, breakable: n.comments.len() > 2 or (n.text != none and n.text.text.len() > 600), inset: (left: 10pt, right: 0pt, top: 5.5pt, bottom: 6pt), stroke: (left: 4.5pt + rgb(n.paper), bottom: hairline), {
  if n.text == none { text(fill: soft, style: "italic", n.empty) } else if n.text.rtl { para(n.text, lang: n.text.lang, region: n.text.region) } else { text(lang: n.text.lang, region: n.text.region, n.text.text) }
  if n.action != none { block(above: 5pt, below: 0pt, text(size: 8.5pt, weight: 500, fill: accent)[#sign(if n.action.done { d.signs.done } else { d.signs.toDo }, size: 9pt) #say(n.action.text)]) }
  block(above: 4.5pt, below: 0pt, text(size: 8pt, fill: soft, {
    if n.votes != "" { text(weight: 600, fill: accent, n.votes) + "  ·  " }
    n.signed.text
  }))
  if n.reactions.len() > 0 { below(gap: 4.5pt, text(size: 8pt, fill: soft, n.reactions.map(r => say(r)).join("  ·  "))) }
  if n.comments.len() > 0 {
    block(above: 6pt, below: 0pt, inset: (left: 8pt), stroke: (left: 0.8pt + line-color), {
      block(below: 4pt, label(w.comments))
      terms(spacing: 7pt, hanging-indent: 0pt, separator: none, ..n.comments.map(c => terms.item([], para(c.text, size: 8.75pt) + below(gap: 3pt, say(c.by, size: 7.5pt, fill: soft)))))
    })
  }
})
#let notes(all) = terms(spacing: 0pt, hanging-indent: 0pt, separator: none, ..all.map(n => terms.item([], note(n))))

#let column(c) = {
  let a = d.accents.at(c.kind)
  {
    show heading: it => block(width: 100%, above: 7.5mm, below: 2mm, radius: 4pt, inset: (x: 9pt, y: 7pt), fill: rgb(a.tint), sticky: true, grid(
      columns: (14pt, 1fr, auto), column-gutter: 6pt, align: horizon,
      sign(d.signs.columns.at(c.kind), size: 13pt), text(size: 12pt, fill: rgb(a.ink), it.body), text(size: 8.5pt, weight: 500, fill: rgb(a.ink), c.count),
    ))
    heading(level: 3, say(c.title))
  }
  if c.blocks.len() == 0 { block(above: 3mm, inset: (left: 9pt), text(fill: soft, w.noNotes)) }
  for g in c.blocks {
    if g.title != none {
      show heading: it => block(width: 100%, above: 5mm, below: 1mm, inset: (left: 9pt), sticky: true, grid(
        columns: (1fr, auto), text(size: 10pt, fill: rgb(a.ink), it.body), text(size: 8pt, fill: soft, g.count),
      ))
      heading(level: 4, say(g.title))
    }
    if g.notes.len() > 0 { notes(g.notes) } else { block(inset: (left: 9pt), text(fill: soft, w.noNotes)) }
  }
  if c.prompts.len() > 0 {
    block(above: 4mm, inset: (left: 9pt), breakable: false, {
      set text(size: 8.5pt, fill: soft)
      block(below: 4pt, text(weight: 500, w.prompts))
      list(marker: text(fill: rgb(a.ink), "•"), body-indent: 4pt, spacing: 3.5pt, ..c.prompts.map(p => say(p)))
    })
  }
}

#for a in d.approaches {
  pagebreak(weak: true)
  heading(level: 2, say(a.title))
  if a.summary.text != "" { block(width: 88%, below: 5mm, para(a.summary, size: 10.5pt, fill: soft)) }
  if a.question.text != "" {
    let side = if a.question.rtl { "right" } else { "left" }
    block(width: 100%, below: 6mm, inset: ((side): 12pt, y: 3pt), stroke: ((side): 3pt + accent), para(a.question, size: 13.5pt, weight: 500, fill: accent))
  }
  let guide(name, t) = if t.text != "" { label(name) + below(gap: 5pt, para(t, size: 9pt)) }
  if a.useWhen.text != "" or a.watchFor.text != "" {
    grid(columns: (1fr, 1fr), column-gutter: 10mm, guide(w.useWhen, a.useWhen), guide(w.watchFor, a.watchFor))
  }
  for c in a.columns { column(c) }
}

#for o in d.outside {
  heading(level: 2, o.title)
  block(below: 3mm, sticky: true, text(fill: soft, o.explained))
  notes(o.notes)
}

#let ending = block(above: 14mm, width: 100%, breakable: false, inset: (top: 4mm), stroke: (top: hairline), {
  set text(size: 8.75pt, fill: soft)
  // What is not in it.
  if d.omissions.len() > 0 {
    heading(level: 3, w.notInThisReport)
    list(marker: "•", body-indent: 5pt, ..d.omissions)
  } else { w.nothingMissing }
  block(above: 3mm, d.made)
})

#let given = d.approaches.filter(a => a.materials.len() > 0)
#let materials = if given.len() > 0 {
  heading(level: 2, w.materials)
  set text(size: 9pt)
  grid(columns: (1fr, 1fr), column-gutter: 10mm, row-gutter: 6mm, ..given.map(a => {
    block(below: 3mm, say(a.title, weight: 600))
    list(marker: text(fill: accent, "•"), body-indent: 5pt, spacing: 1.6mm, ..a.materials.map(m => say(m)))
  }))
}
// What would leave two lines alone on the last page goes there with them; a block that is not broken has to fit on one.
#let rows = given.chunks(2).map(pair => calc.max(..pair.map(a => a.materials.len())) + 3).sum(default: 0)
#let whole(body) = if rows > 32 { body } else { block(above: 13mm, width: 100%, breakable: false, body) }
#if d.conclusions.len() > 0 {
  if given.len() > 0 { whole(materials) }
  words(w.conclusions, d.conclusions)
  ending
} else { whole(materials + ending) }
`;
