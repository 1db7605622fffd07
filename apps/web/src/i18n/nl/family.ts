export const family = {
  navigation: 'Pagina’s van dit gezin',
  places: {
    overview: 'Overzicht',
    course: 'Verloop',
    plan: 'Plan',
    people: 'Mensen',
    timeline: 'Tijdlijn',
    domains: 'Leefgebieden',
    events: 'Gebeurtenissen',
    meetings: 'Overleg',
    sharing: 'Delen',
  },
};
