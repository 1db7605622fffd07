export const bsn = {
  label: 'BSN',
  masked: 'verborgen',
  show: 'Toon BSN',
  showOf: (name: string) => `Toon BSN van ${name}`,
  why: 'Waarom heb je het BSN nodig?',
  noted: 'In het logboek komt te staan dat jij het BSN bekeek, en waarom.',
  reasons: {
    identification: 'Ik wil weten of ik met de juiste persoon spreek',
    application: 'Voor een aanvraag of melding bij de overheid',
    correction: 'Ik controleer of het nummer klopt',
  },
  confirm: 'Toon',
  hide: 'Verberg',
  hidesAfter: (seconds: number) => `Na ${seconds} seconden is het weer verborgen.`,
  hidden: 'Het BSN is weer verborgen.',
  find: {
    title: 'Zoek een gezin op BSN',
    lead: 'Je vindt alleen gezinnen waar jij bij betrokken bent. In het logboek komt te staan dat je zocht.',
    hint: '9 cijfers',
    submit: 'Zoek',
    required: 'Vul het BSN in.',
    none: 'Bij jouw gezinnen hoort dit BSN niet.',
  },
};

export const referralExport = {
  take: 'Download als tabel (CSV)',
  about: 'Alleen wat jullie nu mogen zien. Het downloaden komt in het logboek.',
};
