/* page.js - the page: numbers that open, filters, copying. What figures need of it (page_figures.js)
 * is the value of `saegim`. */
const saegim = (function () {
'use strict';
const all = (what, where) => Array.from((where || document).querySelectorAll(what));
const byId = id => document.getElementById(id);
const words = byId('words').dataset;
const english = document.documentElement.lang === 'en';
const fill = (text, ...args) => text.replace(/\{(\d)\}/g, (hole, i) => args[i]);
const numbers = text => (text ? text.split(' ').map(Number) : []);
const make = (tag, text, name) => {
	const e = document.createElement(tag);
	if (text !== undefined)
		e.textContent = text;
	if (name)
		e.className = name;
	return e;
};

/* --- what the page holds --- */

const main = byId('main');
const people = new Map();
all('#respondents tr[data-r]').forEach(tr => people.set(+tr.dataset.r,
	{name: tr.dataset.name, groups: new Set(numbers(tr.dataset.g)), row: tr}));
const codes = new Map();
all('#evidence details[data-code]').forEach(d => codes.set(+d.dataset.code,
	{up: d.dataset.up === undefined ? undefined : +d.dataset.up,
		title: d.querySelector('.title').textContent, element: d}));
const statements = all('#evidence li[data-r]').map(li => {
	const q = li.parentElement.parentElement.dataset.q;
	return {r: +li.dataset.r, a: +li.dataset.a, s: +li.dataset.s, e: +li.dataset.e,
		q: q === undefined ? undefined : +q, seen: li.dataset.v !== undefined,
		code: +li.closest('details').dataset.code,
		facets: (li.dataset.f || '').split(' '),
		text: li.querySelector('a').textContent, li: li};
});
const byCode = new Map();
statements.forEach(t => byCode.set(t.code, (byCode.get(t.code) || []).concat(t)));
const bases = new Map();
all('section.question').forEach(s => bases.set(+s.dataset.q,
	{asked: numbers(s.dataset.asked), valid: numbers(s.dataset.valid)}));
const hasQuestions = main.dataset.questions !== '0', small = +main.dataset.small;
const everywhere = {asked: numbers(main.dataset.asked), valid: numbers(main.dataset.valid)};
const within = (code, top) => {
	for (let c = code; c !== undefined; c = codes.get(c) && codes.get(c).up)
		if (c === top)
			return true;
	return false;
};

const filter = {group: undefined, code: undefined};
const passes = r => people.has(r) &&
	(filter.group === undefined || people.get(r).groups.has(filter.group));
const passesFor = n => n.whole ? r => people.has(r) : passes;

/* --- what a number counts --- */

function about(link) {
	const d = link.dataset, is = v => v !== undefined;
	const index = v => (is(v) ? +v : undefined);
	const n = {m: d.m, code: index(d.code), with: index(d.with), direct: is(d.direct),
		q: index(d.q), base: d.b, facet: d.facet, unset: is(d.unset), who: d.who,
		codes: is(d.codes) ? numbers(d.codes) : undefined,
		listed: is(d.p) ? numbers(d.p) : undefined,
		of: is(d.of) ? new Set(numbers(d.of)) : undefined, here: is(d.here),
		whole: link.closest('[data-whole]') !== null};
	if (is(d.at)) {
		n.order = orderOf(link.closest('[data-order]'));
		n.at = +d.at;
		n.interview = n.order[n.at];
		n.fresh = is(d.new);
	}
	return n;
}

const orders = new WeakMap();
function orderOf(box) {
	if (!orders.has(box))
		orders.set(box, numbers(box.dataset.order));
	return orders.get(box);
}

const trees = new Map();
function treeOf(code) {
	if (!trees.has(code))
		trees.set(code, code === undefined ? statements
			: Array.from(byCode.keys()).filter(c => within(c, code))
				.flatMap(c => byCode.get(c)));
	return trees.get(code);
}

/* Of answers with both codes, the statements of the two. */
function together(some, other) {
	const there = set => new Set(set.map(t => t.a));
	const a = there(some), b = there(other);
	return some.concat(other).filter(t => a.has(t.a) && b.has(t.a));
}

/* Statements of the interviews up to one; or of that one with codes that nobody had before. */
function inOrder(some, n) {
	const till = new Set(n.order.slice(0, n.at + (n.fresh ? 0 : 1)));
	if (!n.fresh)
		return some.filter(t => till.has(t.r));
	const heard = new Set(statements.filter(t => till.has(t.r)).map(t => t.code));
	return some.filter(t => t.r === n.interview && !heard.has(t.code));
}

function found(n) {
	const some = n.codes ? n.codes.flatMap(c => byCode.get(c) || [])
		: n.here ? treeOf(filter.code) : n.direct ? byCode.get(n.code) || [] : treeOf(n.code);
	const keep = passesFor(n);
	const among = list => list.filter(t =>
		keep(t.r) && (n.q === undefined || t.q === n.q) && (!n.of || n.of.has(t.r)) &&
		(!hasQuestions || !['cells', 'seen', 'questions'].includes(n.m) ||
			t.q !== undefined));
	const asked = among(some);
	if (n.with !== undefined)
		return together(asked, among(byCode.get(n.with) || []));
	if (n.order)
		return inOrder(asked, n);
	if (n.facet === undefined)
		return asked;
	const facet = n.facet.split(':')[0] + ':';
	const set = new Set(asked.filter(t => t.facets.some(f => f.startsWith(facet)))
		.map(t => t.r));
	return asked.filter(t => n.unset ? !set.has(t.r) : t.facets.includes(n.facet));
}

function count(n, measure) {
	if (n.listed)
		return n.listed.filter(passesFor(n)).length;
	const key = {
		people: t => t.r, questions: t => t.q, answers: t => t.a, codes: t => t.code,
		statements: placeOf,
		cells: t => t.a + '.' + t.code, seen: t => t.a + '.' + t.code
	}[measure];
	return new Set(found(n).filter(t => measure !== 'seen' || t.seen).map(key)).size;
}

function baseOf(n) {
	if (n.base === 'cells')
		return count(n, 'cells');
	if (n.base === 'all')
		return Array.from(people.keys()).filter(passesFor(n)).length;
	const place = n.q === undefined ? everywhere : bases.get(n.q) || everywhere;
	return place[n.base].filter(r => passesFor(n)(r) && (!n.of || n.of.has(r))).length;
}

function shown(n) {
	const value = count(n, n.m);
	/* A small group of a crosstab has no percentage. */
	if (n.base === undefined || baseOf(n) === 0 || (n.of && baseOf(n) < small))
		return String(value);
	const share = (Math.round(value * 1000 / baseOf(n)) / 10).toFixed(1);
	return value + (english ? ' (' : '(') + share + ')';
}

/* --- the dialog: people and statements, then the answer --- */

const dialog = byId('opened'), body = byId('opened-body');
const title = byId('opened-title'), back = byId('opened-back');
let views = [];

function draw() {
	const view = views[views.length - 1];
	back.hidden = views.length < 2;
	body.replaceChildren();
	title.textContent = view.title;
	view.fill();
	if (!dialog.open)
		dialog.showModal();
	dialog.scrollTop = view.scroll || 0;
	title.focus();
	const hit = body.querySelector('.hit');
	if (hit)
		hit.scrollIntoView({block: 'center'});
}

function show(view) {
	if (views.length)
		views[views.length - 1].scroll = dialog.scrollTop;
	views.push(view);
	draw();
}

function showAnswer(a, start, stop) {
	const answer = byId('a-' + a);
	if (!answer)
		return;
	const question = answer.parentElement.querySelector('h3').textContent;
	show({title: answer.querySelector('.title').textContent + ' · ' + question,
		fill: () => Array.from(answer.children).slice(1).forEach(part => {
			const copy = part.cloneNode(true);
			all('span', copy).forEach(span => {
				const at = +span.dataset.o;
				span.removeAttribute('id');
				if (at >= start && at < stop)
					span.classList.add('hit');
			});
			body.append(copy);
		})});
}

function link(text, act) {
	const a = make('a', text, 'q');
	a.href = '#opened';
	a.addEventListener('click', event => {
		event.preventDefault();
		act();
	});
	return a;
}

function listAnswers(r, q) {
	const list = make('ul');
	all('#answers details.answer[data-r="' + r + '"]').forEach(d => {
		if (q !== undefined && +d.dataset.q !== q)
			return;
		const item = make('li');
		const label = d.parentElement.querySelector('h3').textContent + ' — ' +
			d.querySelector('.count').textContent;
		item.append(link(label, () => showAnswer(+d.id.slice(2), -1, -1)));
		list.append(item);
	});
	return list;
}

const placeOf = t => t.a + '.' + t.s + '.' + t.e;

/* Each place once, with what `beside` makes of the statements there. */
function listStatements(some, beside) {
	const list = make('ul'), places = new Map();
	some.forEach(t => places.set(placeOf(t), (places.get(placeOf(t)) || []).concat(t)));
	places.forEach(there => {
		const item = make('li'), t = there[0];
		item.append(link(t.text, () => showAnswer(t.a, t.s, t.e)));
		if (beside)
			item.append(' ', make('span', beside(there), 'count'));
		list.append(item);
	});
	return list;
}

/* Those of each person; where codes are counted, those of each code. Of a pair each is named. */
function listAll(n, who, some) {
	const pair = n.with === undefined ? undefined
		: there => there.map(t => codes.get(t.code).title).join(', ');
	if (n.m === 'codes')
		return Array.from(new Set(some.map(t => t.code))).flatMap(c =>
			[make('h3', codes.get(c).title),
				listStatements(some.filter(t => t.code === c), there => people.get(there[0].r).name)]);
	return who.flatMap(r => [make('h3', people.get(r).name), n.listed ? listAnswers(r, n.q)
		: listStatements(some.filter(t => t.r === r), pair)]);
}

function showNumber(n, label) {
	const some = found(n).filter(t => n.m !== 'seen' || t.seen);
	const who = n.listed ? n.listed.filter(passesFor(n))
		: Array.from(people.keys()).filter(r => some.some(t => t.r === r));
	const places = new Set(some.map(placeOf)).size;
	show({title: label, fill: () => {
		body.append(make('p', who.length === 0 ? words.nobody : n.listed
			? fill(words.foundPeople, who.length)
			: n.m === 'answers' ? fill(words.foundAnswers, who.length,
				count(n, 'answers'), places)
			: fill(words.found, who.length, places)), ...listAll(n, who, some));
	}});
}

/* What a number is about, in words. */
function labelOf(a, n, text) {
	const section = n.q === undefined ? null : byId('q-' + n.q);
	const row = a.closest('tr'), one = n.of && n.of.size === 1 ? [...n.of][0] : n.interview;
	const who = n.who || (one === undefined ? '' : people.get(one).name);
	const name = n.with !== undefined
		? codes.get(n.code).title + ' × ' + codes.get(n.with).title
		: n.code !== undefined ? codes.get(n.code).title
		: n.interview !== undefined ? (n.fresh ? words.newCodes : words.codesSoFar)
		: row ? all('th, td', row).filter(c => !c.classList.contains('num'))
			.map(c => c.textContent.trim()).filter(t => t)[0] : '';
	const place = section ? section.querySelector('h3').textContent : '';
	return [place, name === place ? '' : name, who, text].filter(t => t).join(' · ');
}

document.addEventListener('click', event => {
	const a = event.target.closest('a');
	if (!a || event.ctrlKey || event.metaKey || event.shiftKey || dialog.contains(a))
		return;
	const place = /^#a-(\d+)-(\d+)$/.exec(a.getAttribute('href') || '');
	if (a.classList.contains('n')) {
		const n = about(a);
		event.preventDefault();
		showNumber(n, a.getAttribute('aria-label') || labelOf(a, n, a.textContent));
	} else if (place) {
		const at = a.dataset.e !== undefined ? a : a.closest('li');
		event.preventDefault();
		showAnswer(+place[1], +place[2], +at.dataset.e);
	}
});
document.addEventListener('keydown', event => {
	if (event.key === ' ' && event.target.matches('a.n, a.q')) {
		event.preventDefault();
		event.target.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}));
	}
});
back.addEventListener('click', () => {
	views.pop();
	draw();
});
byId('opened-close').addEventListener('click', () => dialog.close());
dialog.addEventListener('click', event => {
	if (event.target === dialog)
		dialog.close();
});
dialog.addEventListener('close', () => { views = []; });

/* --- filters --- */

/* The number in a text that may have words too: 11 in "공무원(n=11)". */
const isPlain = text => /^\d+( ?\(\d+\.\d\))?$/.test(text);
function renumbered(text, whole, value) {
	const at = text.lastIndexOf(String(whole));
	return at < 0 ? text : text.slice(0, at) + value + text.slice(at + String(whole).length);
}
const openerOf = a => {
	const n = about(a), text = a.textContent, plain = isPlain(text);
	return {a: a, n: n, text: text, plain: plain, whole: plain ? parseInt(text, 10) : count(n, n.m),
		mark: a.closest('td') && a.closest('td').querySelector('.mark')};
};
/* Figures count their own; what stands for each group need not be counted again. */
const openers = all('a.n').filter(a => !a.closest('svg') && a.dataset.at === undefined).map(openerOf);
const spans = all('tbody [rowspan]').filter(c => c.rowSpan > 1).map(cell => {
	const rows = [cell.parentElement];
	while (rows.length < cell.rowSpan && rows[rows.length - 1].nextElementSibling)
		rows.push(rows[rows.length - 1].nextElementSibling);
	return {cell: cell, rows: rows};
});

function recount(o) {
	const same = filter.group === undefined && !(o.n.here && filter.code !== undefined);
	const text = same || o.n.whole ? o.text
		: o.plain ? shown(o.n) : renumbered(o.text, o.whole, count(o.n, o.n.m));
	if (o.a.textContent !== text)
		o.a.textContent = text;
	const cell = o.a.closest('section.question td.num');
	if (!cell || o.n.code === undefined)
		return;
	const single = filter.group === undefined ? o.mark : count(o.n, 'people') === 1;
	if (o.mark)
		o.mark.hidden = !single;
	else if (cell.querySelector('.mark'))
		cell.querySelector('.mark').hidden = !single;
	else if (single) {
		const line = make('p');
		o.a.replaceWith(line);
		line.append(o.a);
		cell.append(make('p', words.single, 'mark'));
	}
}

function filterRows() {
	/* A row without a code stays for a code that it names. */
	const speaksOf = tr => tr.dataset.c !== '' ? within(+tr.dataset.c, filter.code)
		: all('a.n[data-code]', tr).some(a => within(+a.dataset.code, filter.code));
	all('tr[data-c]').forEach(tr => tr.classList.toggle('off',
		filter.code !== undefined && !speaksOf(tr)));
	spans.forEach(s => {
		const left = s.rows.filter(tr => !tr.classList.contains('off'));
		if (left.length === 0)
			return;
		left[0].prepend(s.cell);
		s.cell.rowSpan = left.length;
	});
	bases.forEach((b, q) => byId('q-' + q).classList.toggle('off',
		all('tbody tr', byId('q-' + q)).every(tr => tr.classList.contains('off'))));
}

function filterLists() {
	all('#codebook details[data-code], #evidence details[data-code]').forEach(d =>
		d.classList.toggle('off', filter.code !== undefined &&
			!within(+d.dataset.code, filter.code) &&
			!within(filter.code, +d.dataset.code)));
	statements.forEach(t => t.li.classList.toggle('off', !passes(t.r)));
	all('#evidence div').forEach(d => d.classList.toggle('off',
		all('li', d).every(li => li.classList.contains('off'))));
	all('.quote[data-r], .answer[data-r], #respondents tr[data-r]').forEach(e =>
		e.classList.toggle('off', !passes(+e.dataset.r)));
	codes.forEach((code, c) => {
		const n = count({code: c, m: 'people'}, 'people');
		code.element.querySelector('.count').textContent = fill(words.people, n);
	});
}

/* What only the program can count stands in the page for each group. */
const boxes = all('.swaps').map(box => ({box: box, whole: all('.swap', box),
	groups: new Map(all('template', box).map(t => [+t.dataset.group, t]))}))
	.filter(b => b.groups.size);

function announce(where) {
	all('a.n, a.q', where).forEach(a => a.setAttribute('aria-haspopup', 'dialog'));
}

function swap() {
	boxes.forEach(b => {
		const template = b.groups.get(filter.group);
		const parts = template ? Array.from(template.content.cloneNode(true).children) : b.whole;
		all('.swap', b.box).forEach((old, i) => old.replaceWith(parts[i]));
		announce(b.box);
	});
}

/* Notes say of whom and of which codes they speak. told: by kind of filter. */
function filterNotes(told) {
	const says = e => e.dataset.of.split(' ').map(of => told[of]).filter(t => t);
	all('.note .whole').forEach(e => { e.hidden = says(e).length > 0; });
	all('.note .part').forEach(e => { e.hidden = says(e).length === 0; });
	all('.note .where').forEach(e => {
		e.hidden = says(e).length === 0;
		e.replaceChildren(...(e.hidden ? [] : [says(e).join(' '), make('br')]));
	});
}

const listeners = [];

function apply() {
	const group = byId('by-group'), code = byId('by-code'), told = {};
	filter.group = group.value === '' ? undefined : +group.value;
	filter.code = code.value === '' ? undefined : +code.value;
	openers.forEach(recount);
	filterRows();
	filterLists();
	swap();
	if (filter.group !== undefined) {
		const option = group.selectedOptions[0];
		told.group = fill(words.filtered, option.parentElement.label + ' ' +
			option.textContent.trim(), baseOf({base: 'all'}));
	}
	if (filter.code !== undefined)
		told.code = fill(words.onlyCode, code.selectedOptions[0].textContent.trim());
	byId('filtered').textContent = Object.values(told).join(' ');
	filterNotes(told);
	listeners.forEach(act => act());
}

byId('by-group').addEventListener('change', apply);
byId('by-code').addEventListener('change', apply);
byId('filters').addEventListener('submit', event => event.preventDefault());
byId('clear').addEventListener('click', () => {
	byId('filters').reset();
	apply();
});
byId('expand').setAttribute('aria-expanded', 'false');
byId('expand').addEventListener('click', () => {
	const open = byId('expand').getAttribute('aria-expanded') === 'false';
	all('main details').forEach(d => { d.open = open; });
	byId('expand').setAttribute('aria-expanded', String(open));
	byId('expand').textContent = open ? words.collapse : words.expand;
});

/* --- copying a table --- */

/* As Hangul and Word take it: plain marks, styles on each, no links. */
function clean(table) {
	const copy = table.cloneNode(true), border = 'border:1px solid #555;padding:2pt 4pt;';
	all('.off, [hidden], caption, colgroup', copy).forEach(e => e.remove());
	all('a, span', copy).forEach(e => e.replaceWith(...e.childNodes));
	all('th, td', copy).forEach(c => {
		const head = c.closest('thead'), number = c.classList.contains('num');
		c.setAttribute('style', border + (head
			? 'background:#e9e9e9;text-align:center;font-weight:bold'
			: 'vertical-align:top;font-weight:normal;text-align:' +
				(number ? 'right' : 'left')));
	});
	all('p', copy).forEach(p => p.setAttribute('style', 'margin:0'));
	all('*', copy).forEach(e => Array.from(e.attributes).forEach(t => {
		if (!['style', 'rowspan', 'colspan', 'scope'].includes(t.name))
			e.removeAttribute(t.name);
	}));
	copy.setAttribute('style', 'border-collapse:collapse;font-size:9pt;' +
		"font-family:'함초롬바탕','HCR Batang','맑은 고딕','Malgun Gothic',serif");
	return copy;
}

/* Rows by line ends, cells by tabs; a joined cell stands in its first row. */
function plain(table) {
	const grid = [];
	all('tr', table).forEach((tr, y) => {
		grid[y] = grid[y] || [];
		let x = 0;
		Array.from(tr.cells).forEach(cell => {
			while (grid[y][x] !== undefined)
				x++;
			const lines = cell.querySelector('p') ? all('p', cell) : [cell];
			grid[y][x] = lines.map(e => e.textContent.trim()).join(' ')
				.replace(/\s+/g, ' ');
			for (let i = 1; i < cell.rowSpan; i++) {
				grid[y + i] = grid[y + i] || [];
				grid[y + i][x] = '';
			}
		});
	});
	return grid.map(row => row.join('\t')).join('\n') + '\n';
}

function copyText(html, text) {
	let done = false;
	const put = event => {
		event.clipboardData.setData('text/html', html);
		event.clipboardData.setData('text/plain', text);
		event.preventDefault();
		event.stopImmediatePropagation();
		done = true;
	};
	document.addEventListener('copy', put, true);
	try {
		document.execCommand('copy');
	} finally {
		document.removeEventListener('copy', put, true);
	}
	if (done || !navigator.clipboard || !window.ClipboardItem)
		return Promise.resolve(done);
	const item = new ClipboardItem({
		'text/html': new Blob([html], {type: 'text/html'}),
		'text/plain': new Blob([text], {type: 'text/plain'})});
	return navigator.clipboard.write([item]).then(() => true, () => false);
}

let timer;
function tell(text) {
	byId('told').textContent = text;
	clearTimeout(timer);
	timer = setTimeout(() => { byId('told').textContent = ''; }, 6000);
}

all('.table').forEach(box => {
	const button = make('button', words.copy, 'copy');
	const caption = box.querySelector('caption b').textContent;
	button.type = 'button';
	button.setAttribute('aria-label', words.copy + ': ' + caption);
	button.addEventListener('click', () => {
		const copy = clean(box.querySelector('table'));
		const notes = all('.note', box).map(p => p.innerText.trim());
		const holder = make('div');
		holder.append(make('p', caption), copy, ...notes.map(t => make('p', t)));
		const text = caption + '\n' + plain(copy) + notes.join('\n') + '\n';
		copyText('<meta charset="utf-8">' + holder.innerHTML, text).then(done =>
			tell(done ? words.copied : words.failed));
	});
	box.prepend(button);
});

/* What is folded is printed too, but not on screen afterwards. */
let folded = [];
window.addEventListener('beforeprint', () => {
	folded = all('#codebook details').filter(d => !d.open);
	folded.forEach(d => { d.open = true; });
});
window.addEventListener('afterprint', () => folded.forEach(d => { d.open = false; }));

announce(document);
byId('filters').hidden = false;
/* A browser that goes back may bring choices along. */
window.addEventListener('pageshow', () => {
	if (byId('by-group').value !== '' || byId('by-code').value !== '')
		apply();
});
return {all, byId, words, fill, filter, passes, within, codes, about, count, shown, labelOf,
	isPlain, renumbered, whenFiltered: act => listeners.push(act)};
}());
