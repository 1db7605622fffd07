import { Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../components/amsterdam.js';
import { useOpenFoldsOnPaper } from '../components/printing.js';
import { useText } from '../i18n/index.js';
import { Brand, Navigation } from './Navigation.js';

export function Shell() {
  const { shell } = useText();
  const [open, setOpen] = useState(false);
  useOpenFoldsOnPaper();
  return (
    <>
      <a className="skip" href="#inhoud">
        {shell.skip}
      </a>
      <header className="topbar">
        <Brand />
        <Button variant="secondary" aria-expanded={open} aria-controls="navigatie" onClick={() => setOpen(!open)}>
          {shell.menu}
        </Button>
      </header>
      <div className="shell">
        <Navigation open={open} onLeave={() => setOpen(false)} />
        <main id="inhoud" className="content" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </>
  );
}
