// @ts-check
/**
 * What was noted of how the patient lives, as offers: each names a service of the directory, with
 * something to read or to read out. Nobody has to take any of them.
 */
import { html, nothing } from 'lit-html';
import { NEEDS } from '../shared/destination-words.js';
import { changeDraft } from './drafts.js';
import { oneOf } from './parts.js';
import { state } from './store.js';

/** The weekly units above which drinking less is offered, by the guidance of the chief medical officers (2016). */
const UNITS_LOW_RISK_MAX = 14;

/** Which need each note asks for; ENGINEERING DEFAULT, needs clinical approval. @type {[string, (well: any, fell: boolean) => boolean, string][]} */
const ASKED_BY = [
  ['STOP_SMOKING', (well) => well.smokes === true && well.wantsToStop !== false, 'smokes'],
  ['ALCOHOL_SUPPORT', (well) => well.wantsToDrinkLess === true || (well.alcoholUnitsPerWeek ?? 0) > UNITS_LOW_RISK_MAX, 'alcohol'],
  ['FALLS_PREVENTION', (well, fell) => well.fallsRisk === true || fell, 'risk of falls'],
  ['BEFRIENDING_AND_CARERS', (well) => well.lonely === true, 'would like company'],
];
const FALLS = ['UNINJURED_FALL', 'FALL_WITHOUT_SERIOUS_INJURY'];

/** @type {[string, string][]} */
const ANSWERS = [['', 'Not offered'], ['GIVEN', 'Told, thinks about it'], ['ACCEPTED', 'Wants it'], ['DECLINED', 'Declined']];

/**
 * @typedef {object} Suggested
 * @property {string} need
 * @property {string} because
 * @property {any} service
 */

/** @param {import('./care.js').Care} care @returns {Suggested[]} */
export function suggestedOffers(care) {
  const assessment = care.assessment?.assessment;
  const well = assessment?.context?.wellbeing ?? {};
  const fell = assessment?.examination?.fall !== undefined || FALLS.some((code) => assessment?.findings.present.includes(code));
  return ASKED_BY.filter(([, asks]) => asks(well, fell))
    .flatMap(([need, , because]) => services(need).map((service) => ({ need, because, service })));
}

/** @param {string} need @returns {any[]} */
function services(need) {
  return (state.reference?.services ?? []).filter((/** @type {any} */ it) => it.needs?.includes(need));
}

/** @param {Suggested} offer */
const offerKey = (offer) => `${offer.service.service}|${offer.need}`;

/** @param {any} leaflet */
function leafletView(leaflet) {
  return html`<div class="leaflet"><b>${leaflet.title}</b>
    ${leaflet.text ? html`<p>${leaflet.text}</p>` : nothing}
    ${leaflet.link ? html`<p><a class="button" href=${leaflet.link} target="_blank" rel="noreferrer">Open the leaflet</a></p>` : nothing}</div>`;
}

/** @param {Suggested} offer @param {any} it the draft of the handover @param {string} key */
function offerView(offer, it, key) {
  const id = offerKey(offer);
  return html`<li class="offer" data-offer=${offer.service.service}>
    <p><b>${NEEDS[offer.need] ?? offer.need}: ${offer.service.name}</b> <span class="muted">noted: ${offer.because}</span></p>
    ${(offer.service.leaflets ?? []).map(leafletView)}
    ${oneOf(`Answer to ${offer.service.name}`, ANSWERS, it.offers?.[id] ?? '', (code) => changeDraft(key, (d) => {
      d.offers = { ...d.offers, [id]: code || undefined };
    }))}</li>`;
}

/** @param {import('./care.js').Care} care @param {any} it @param {string} key */
export function offersView(care, it, key) {
  const offers = suggestedOffers(care);
  return html`<section class="card" id="offers" aria-labelledby="offers-title"><h2 id="offers-title">Offers for health and wellbeing</h2>
    ${offers.length
      ? html`<ul class="offers">${offers.map((offer) => offerView(offer, it, key))}</ul>`
      : html`<p class="muted">Nothing was noted that calls for an offer. Smoking, alcohol, falls and company are asked under Assess, Home.</p>`}</section>`;
}

/** The offers that were made, as the contract has them. @param {import('./care.js').Care} care @param {any} it */
export function madeOffers(care, it) {
  return suggestedOffers(care)
    .filter((offer) => it.offers?.[offerKey(offer)])
    .map((offer) => {
      const leaflet = offer.service.leaflets?.[0]?.title;
      return { service: offer.service.service, need: offer.need, answer: it.offers[offerKey(offer)], ...(leaflet && { leaflet }) };
    });
}
