export * from './contact-note.js';
export * from './contact.settings.js';
export * from './timeline-groups.js';
