// Where the issuer sends the officer back to.
import { tukarkan } from './sesi.js';

tukarkan().then(() => location.replace('/layar/'), sebab => { document.getElementById('keadaan').textContent = sebab.message; });
