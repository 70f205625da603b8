import { testWrongPeople } from './wrong-person.ts';

testWrongPeople('somebody of another workspace', 'the same id in another workspace');
