import { normaliseName, tidySpaces } from '#kernel';
import { fault, shown, value, type CellReader, type Reading } from './reading.js';

/** '9711da' → '9711 DA'. Dutch postcodes never start with a 0. */
export function readPostcode(text: string): Reading<string> {
  const [, digits, letters] = /^([1-9]\d{3})\s?([A-Z]{2})$/.exec(text.toUpperCase()) ?? [];
  return digits && letters ? value(`${digits} ${letters}`) : fault('Dit is geen Nederlandse postcode. Een postcode ziet eruit als 9711 DA.');
}

export function readHouseNumber(text: string): Reading<number> {
  return /^[1-9]\d{0,4}$/.test(text) ? value(Number(text)) : fault('Het huisnummer is alleen een getal. Zet een letter of toevoeging in de kolom Toev.');
}

export function readSuffix(text: string): Reading<string> {
  return /^[\p{L}\d][\p{L}\d \-/.]{0,9}$/u.test(text) ? value(text) : fault('Deze toevoeging herkennen we niet. Denk aan A, bis of 2e.');
}

/** A town; when the municipality lists its places, only those. */
export function readCity(places?: readonly string[]): CellReader<string> {
  const own = places && new Map(places.map((place) => [normaliseName(place), place]));
  return (text) => {
    const city = readShortText(text);
    if (!city.ok || !own) return city;
    const place = own.get(normaliseName(city.value));
    return place ? value(place) : fault(`${shown(text)} ligt niet in deze gemeente.`);
  };
}

/** One line of ordinary text, such as a neighbourhood or a source. */
export function readShortText(text: string): Reading<string> {
  if (/[\r\n]/.test(text) || text.length > 100) return fault('Deze tekst is te lang. Hier past één regel van 100 tekens.');
  if (/[<>]/.test(text)) return fault('De tekens < en > mogen hier niet staan.');
  return /\p{L}/u.test(text) ? value(tidySpaces(text)) : fault('Hier staat geen tekst.');
}
