/* page_figures.js - figures of the page: what a filter leaves of them. The program draws them
 * (chart_*.c); here their marks are moved, so that without a filter everything is again as it
 * was drawn. A figure is walked with the arrow keys. */
(function () {
'use strict';
const {all, words, fill, filter, passes, within, codes, about, count, shown} = saegim;
const SHADE = 0.85; /* as chart_grid.c and sg_svg_shade */
const NODE = {least: 4, more: 7}; /* radius, and an edge's width and opacity: chart_network.c */
const EDGE = {least: 0.7, more: 6, faint: 0.2, dark: 0.6};

const get = (e, name) => Number(e.getAttribute(name));
const tenths = v => String(Math.round(v * 10) / 10);
const set = (e, name, v) => e.setAttribute(name, tenths(v));

function hide(e, off) {
	e.classList.toggle('off', off);
	if (!e.getAttribute('class'))
		e.removeAttribute('class');
}

function move(e, x, y) {
	if (Math.abs(x) < 0.05 && Math.abs(y) < 0.05)
		e.removeAttribute('transform');
	else
		e.setAttribute('transform', 'translate(' + tenths(x) + ' ' + tenths(y) + ')');
}

/* A link around what shows a number. */
function markOf(a) {
	const texts = all('text', a), text = texts[texts.length - 1], n = about(a);
	const said = text ? text.textContent : '', plain = saegim.isPlain(said);
	return {a: a, n: n, text: text, said: said, plain: plain,
		whole: plain ? parseInt(said, 10) : n.order ? +a.dataset.v : count(n, n.m),
		x: text ? get(text, 'x') : 0, rect: a.querySelector('rect'),
		width: a.querySelector('rect') ? get(a.querySelector('rect'), 'width') : 0};
}

/* The number of a mark under the filter, written where its text is. */
function renew(m) {
	const v = filter.group === undefined || m.n.order ? m.whole : count(m.n, m.n.m);
	if (m.text)
		m.text.textContent = filter.group === undefined ? m.said
			: m.plain ? shown(m.n) : saegim.renumbered(m.said, m.whole, v);
	m.value = v;
	m.a.setAttribute('aria-label', saegim.labelOf(m.a, m.n, String(v)));
	return v;
}

/* --- by kind of figure --- */

function bars(f) {
	const drawn = f.marks.filter(m => m.rect);
	f.marks.forEach(renew);
	const most = drawn.reduce((v, m) => Math.max(v, m.value), 0);
	const span = drawn.reduce((v, m) => Math.max(v, m.width), 0);
	drawn.forEach(m => {
		const width = most ? span * m.value / most : 0;
		set(m.rect, 'width', width);
		set(m.text, 'x', m.x + width - m.width);
	});
}

function shade(m, full) {
	const share = full ? m.value / full * SHADE : 0;
	const grey = Math.round(255 - share * 215).toString(16).padStart(2, '0');
	m.rect.setAttribute('fill', '#' + grey + grey + grey);
	m.text.setAttribute('fill', share > 0.5 ? '#fff' : '#111');
	m.text.textContent = m.value ? m.text.textContent : '';
}

/* Columns of people who are not in the group close up. */
function columns(f) {
	const gone = new Map();
	let n = 0;
	f.names.forEach(g => {
		gone.set(g.dataset.r, n);
		n += passes(+g.dataset.r) ? 0 : 1;
	});
	f.columns.forEach(g => {
		hide(g, !passes(+g.dataset.r));
		move(g, -f.step * gone.get(g.dataset.r), 0);
	});
	f.narrower = n * f.step;
}

function grid(f) {
	const squares = f.marks.filter(m => m.rect);
	f.marks.forEach(renew);
	const full = squares.reduce((most, m) => Math.max(most, m.value), 0);
	squares.forEach(m => shade(m, full));
	columns(f);
}

/* Marks at one number stand below each other, about the middle of the row. */
function places(marks, value) {
	return marks.map(m => {
		const alike = marks.filter(o => value(o) === value(m));
		return {at: alike.indexOf(m) - (alike.length - 1) / 2, of: alike.length};
	});
}

function dots(f) {
	f.marks.forEach(renew);
	f.rows.forEach(row => {
		const before = places(row.marks, m => m.whole);
		const there = row.marks.filter(m => Array.from(m.n.of).some(passes));
		const now = places(there, m => m.value);
		let most = 1;
		row.marks.forEach((m, i) => {
			const k = there.indexOf(m);
			hide(m.a, k < 0);
			if (k < 0)
				return;
			most = Math.max(most, now[k].of);
			move(m.a, f.unit * (m.value - m.whole), f.step * (now[k].at - before[i].at));
		});
		row.extra = Math.max(0, f.step * most + 8 - row.height);
	});
}

function network(f) {
	const most = set => set.reduce((v, m) => Math.max(v, m.value), 0);
	const of = filter.code;
	f.marks.forEach(renew);
	const edges = f.marks.filter(m => m.n.with !== undefined);
	const nodes = f.marks.filter(m => m.n.with === undefined);
	const mostEdge = most(edges), mostNode = most(nodes), kept = new Set();
	const chosen = c => of === undefined || within(c, of);
	edges.forEach(m => {
		const line = m.a.querySelector('line'), share = mostEdge ? m.value / mostEdge : 0;
		const opacity = EDGE.faint + EDGE.dark * share;
		const off = m.value === 0 || !(chosen(m.n.code) || chosen(m.n.with));
		set(line, 'stroke-width', EDGE.least + EDGE.more * share);
		set(line, 'stroke-opacity', opacity);
		if (opacity >= 1)
			line.removeAttribute('stroke-opacity');
		hide(m.a.parentElement, off);
		if (!off)
			kept.add(m.n.code).add(m.n.with);
	});
	nodes.forEach(m => {
		set(m.a.querySelector('circle'), 'r',
			NODE.least + NODE.more * Math.sqrt(mostNode ? m.value / mostNode : 0));
		hide(m.a.parentElement, !chosen(m.n.code) && !kept.has(m.n.code));
	});
	f.empty = nodes.every(m => m.a.parentElement.classList.contains('off'));
}

const kinds = {bars: bars, respondents: grid, questions: grid, cooccur: grid, groups: dots,
	network: network};

/* --- rows of codes --- */

/* Rows that are left close up; what stands along and below them follows. */
function closeUp(f) {
	let shift = 0;
	f.rows.forEach(row => {
		const off = filter.code !== undefined && !within(row.code, filter.code);
		hide(row.g, off);
		if (off) {
			shift -= row.height;
			return;
		}
		move(row.g, 0, shift + row.extra / 2);
		shift += row.extra;
	});
	f.tall.forEach(t => set(t.line, 'y2', t.y + shift));
	f.feet.forEach(g => move(g, 0, shift));
	set(f.svg, 'width', f.width - f.narrower);
	set(f.svg, 'height', f.height + shift);
	f.svg.setAttribute('viewBox',
		'0 0 ' + tenths(f.width - f.narrower) + ' ' + tenths(f.height + shift));
	if (f.rows.length)
		f.empty = f.rows.every(row => row.g.classList.contains('off'));
}

function tellCode(f, redraw) {
	const told = f.svg.closest('figure').querySelector('.of-code');
	const title = filter.code === undefined ? '' : codes.get(filter.code).title;
	told.hidden = filter.code === undefined || (redraw && !f.empty);
	told.textContent = told.hidden ? '' : redraw ? fill(words.noneOfCode, title) : words.noCodes;
	hide(f.svg, redraw && f.empty && filter.code !== undefined);
}

/* --- arrow keys --- */

/* The nearest link in a direction; across it counts double. */
function nearest(from, links, x, y) {
	const middle = a => {
		const r = a.getBoundingClientRect();
		return {x: r.x + r.width / 2, y: r.y + r.height / 2};
	};
	const at = middle(from);
	let best, least = Infinity;
	links.forEach(a => {
		const to = middle(a), dx = to.x - at.x, dy = to.y - at.y;
		const along = dx * x + dy * y, across = Math.abs(dx * y) + Math.abs(dy * x);
		if (a !== from && along > 1 && along + 2 * across < least) {
			best = a;
			least = along + 2 * across;
		}
	});
	return best;
}

const arrows = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};

/* The marks of a network lie over each other: they are walked in their order. */
function beside(from, list, x, y) {
	return list[list.indexOf(from) + x + y];
}

/* One of a figure's links takes part in Tab; the arrows, Home and End reach the others. The
 * box around the figure listens: an SVG with listeners would be a stop itself. */
function walk(svg) {
	const links = () => all('a.n', svg).filter(a => !a.closest('.off'));
	const toward = svg.dataset.figure === 'network' ? beside : nearest;
	const enter = a => all('a.n', svg).forEach(o =>
		o.setAttribute('tabindex', o === a ? '0' : '-1'));
	svg.parentElement.addEventListener('focusin', event => {
		const a = event.target.closest('a.n');
		if (a)
			enter(a);
	});
	svg.parentElement.addEventListener('keydown', event => {
		const from = event.target.closest('a.n'), list = links();
		const to = !from ? undefined
			: arrows[event.key] ? toward(from, list, ...arrows[event.key])
			: event.key === 'Home' ? list[0]
			: event.key === 'End' ? list[list.length - 1] : undefined;
		if (!to)
			return;
		event.preventDefault();
		to.focus();
	});
	return () => {
		if (!links().some(a => a.getAttribute('tabindex') === '0') && links().length)
			enter(links()[0]);
	};
}

/* --- the figures --- */

const widthOf = rect => (rect ? get(rect, 'width') : 0);

function figureOf(svg) {
	const of = new Map(all('a.n', svg).map(a => [a, markOf(a)]));
	const rows = all('g.row', svg).map(g => ({g: g, code: +g.dataset.c, height: +g.dataset.h,
		extra: 0, marks: all('a.n', g).map(a => of.get(a))}));
	const marks = Array.from(of.values());
	return {svg: svg, kind: svg.dataset.figure, marks: marks, rows: rows, empty: false,
		names: all('g[data-r]', svg).filter(g => !g.closest('.row')),
		columns: all('g[data-r]', svg),
		step: svg.dataset.step ? +svg.dataset.step : widthOf(svg.querySelector('g.row rect')),
		narrower: 0,
		unit: svg.dataset.span / svg.dataset.most,
		tall: all('g.tall line', svg).map(line => ({line: line, y: get(line, 'y2')})),
		feet: all('g.foot', svg), width: get(svg, 'width'), height: get(svg, 'height'),
		reach: walk(svg)};
}

let figures = all('figure svg').map(figureOf);

function redraw() {
	figures = figures.map(f => {
		const svg = f.svg.isConnected ? f.svg : null;
		if (svg)
			return f;
		/* The program drew another one for the group. */
		const now = saegim.byId('f-' + f.kind).querySelector('svg');
		return now ? figureOf(now) : f;
	});
	figures.forEach(f => {
		const redraws = kinds[f.kind];
		if (redraws) {
			redraws(f);
			closeUp(f);
		} else {
			f.marks.forEach(renew);
		}
		tellCode(f, redraws !== undefined);
		f.reach();
	});
}

saegim.whenFiltered(redraw);
redraw();
}());
