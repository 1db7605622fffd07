import { Module } from '@nestjs/common';
import { RegieModule } from '#regie';
import { ContactsController } from './contacts.controller.js';

@Module({ imports: [RegieModule], controllers: [ContactsController] })
export class ContactsApiModule {}
