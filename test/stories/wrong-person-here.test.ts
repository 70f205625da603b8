import { testWrongPeople } from './wrong-person.ts';

testWrongPeople('a colleague', 'a guest');
