// A month of a city, in one request: ?month=2020-06. Where to ask is said by the page, in data-api.
'use strict';

const asked = new URLSearchParams(location.search);
const { api } = document.body.dataset;
const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(asked.get('month')) ? asked.get('month') : '2020-06';
const [year, number] = month.split('-').map(Number);

const byId = (id) => document.getElementById(id);

/** An element with content; texts of the service are never read as HTML. */
function element(name, attributes, ...content) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...content);
  return made;
}

function monthAway(months) {
  const other = new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
  return `?month=${other}`;
}

function link(item) {
  return element('a', { href: item.url }, item.title);
}

function line(item) {
  const perhaps = item.certainty === 'POSSIBLE' ? ', vielleicht in diesem Monat' : '';
  const status = item.eventStatus === 'CANCELLED' ? ', abgesagt' : '';
  return element('li', {}, link(item), ` (${item.temporal?.display ?? 'Zeit unbekannt'}${perhaps}${status})`);
}

/** The day of the month on which something was, or 0 if none is known: none is made up. */
function dayOf(item) {
  const { earliest, latest, precision } = item.temporal ?? {};
  return precision === 'DAY' && earliest === latest && earliest.startsWith(month) ? Number(earliest.slice(8)) : 0;
}

function grid(dated) {
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const empty = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7; // weeks begin on Monday
  for (let first = 1 - empty; first <= length; first += 7) {
    const week = element('tr', {});
    for (let day = first; day < first + 7; day++) {
      const inside = day >= 1 && day <= length;
      const time = element('time', { datetime: `${month}-${String(day).padStart(2, '0')}` }, String(day));
      const here = dated.filter((item) => dayOf(item) === day).flatMap((item) => [element('br', {}), link(item)]);
      week.append(element('td', {}, ...(inside ? [time, ...here] : [])));
    }
    byId('days').append(week);
  }
}

/** A sketch of a map: put the same coordinates on yours. */
function map(items) {
  const places = new Map();
  for (const item of items) {
    for (const place of [item.place?.item, item.originPlace?.item]) {
      if (place?.geo) {
        const known = places.get(place.id) ?? { place, titles: [] };
        known.titles.push(item.title);
        places.set(place.id, known);
      }
    }
  }
  const found = [...places.values()];
  const longitudes = found.map(({ place }) => place.geo.longitude);
  const latitudes = found.map(({ place }) => place.geo.latitude);
  const between = (value, values, from, to) => {
    const low = Math.min(...values);
    const span = Math.max(...values) - low;
    return span === 0 ? (from + to) / 2 : from + ((value - low) / span) * (to - from);
  };
  for (const { place, titles } of found) {
    const dot = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
    dot.setAttribute('cx', between(place.geo.longitude, longitudes, 10, 90));
    dot.setAttribute('cy', between(place.geo.latitude, latitudes, 35, 5));
    dot.setAttribute('r', '2');
    byId('map').append(dot);
    const where = `${place.geo.latitude}° N, ${place.geo.longitude}° O`;
    byId('places').append(element('li', {}, `${place.title} (${where}): ${titles.join(', ')}`));
  }
  byId('map').toggleAttribute('hidden', found.length === 0);
  if (found.length === 0) {
    byId('places').append(element('li', {}, 'Zu diesem Monat ist kein Ort bekannt.'));
  }
}

async function show() {
  const question = new URLSearchParams({
    type: 'EVENT,EVENT_SERIES', from: month, to: month, sort: 'temporal', limit: '100', lang: 'de',
    fields: 'title,temporal,startAt,endAt,eventStatus,place,originPlace', include: 'place,originPlace',
  });
  const answer = await fetch(`${api}/v1/search?${question}`);
  const body = await answer.json();
  if (!answer.ok) {
    throw new Error(body.detail ?? body.title);
  }
  const items = body.data;
  items.filter((item) => dayOf(item) === 0).forEach((item) => byId('undated').append(line(item)));
  grid(items.filter((item) => dayOf(item) > 0));
  map(items);
  byId('state').textContent = `${items.length} Ereignisse und Reihen`;
}

const name = new Intl.DateTimeFormat('de', { month: 'long', year: 'numeric', timeZone: 'UTC' })
  .format(new Date(Date.UTC(year, number - 1, 1)));
byId('month').textContent = name;
document.title = `Kalender: ${name}`;
byId('previous').href = monthAway(-1);
byId('next').href = monthAway(1);
byId('source').href = `${api}/`;
show()
  .catch((failure) => { byId('state').textContent = `Das ging nicht: ${failure.message}`; })
  .finally(() => document.querySelector('main').setAttribute('aria-busy', 'false'));
