@echo off
rem Starts Torii on a Java 25 or later: TORII_JAVA_HOME or JAVA_HOME when new enough, else the one beside this folder
rem (runtime\), else one in the usual install folders, else java on the path.
rem TORII_JAVA_OPTS: further flags for the JVM.
setlocal EnableExtensions DisableDelayedExpansion
for %%I in ("%~dp0..") do set "ROOT=%%~fI"
set "MINIMUM_JAVA=25"
set "JAVA="
call :consider "%TORII_JAVA_HOME%"
call :consider "%ROOT%\runtime"
call :consider "%JAVA_HOME%"
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do call :consider "%%~D"
if not defined JAVA call :onpath
if not defined JAVA (
  echo torii: no Java %MINIMUM_JAVA% or later was found. Install one ^(for example Temurin 25 from adoptium.net^), or set TORII_JAVA_HOME to its folder. 1>&2
  exit /b 2
)

set "NATIVES=%ROOT%\lib\native\@native.platform@"
if not defined TENSORFLOW_LIBRARY_PATH set "TENSORFLOW_LIBRARY_PATH=%NATIVES%"
if not defined TF_CPP_MIN_LOG_LEVEL set "TF_CPP_MIN_LOG_LEVEL=2"
set "AOT=-Xshare:auto"
if exist "%ROOT%\lib\torii.aot" set "AOT=-XX:AOTCache=%ROOT%\lib\torii.aot"
if defined TORII_AOT_OUTPUT set "AOT=-XX:AOTCacheOutput=%TORII_AOT_OUTPUT%"

"%JAVA%" "%AOT%" -Xlog:aot=off -Xlog:cds=off @torii.jvm.flags@ -XX:MaxRAMPercentage=50 -Djava.awt.headless=true "-Dtorii.native.dir=%NATIVES%" %TORII_JAVA_OPTS% -cp "%ROOT%\lib\torii-app.jar" dev.torii.app.Main %*
exit /b %ERRORLEVEL%

:consider
if defined JAVA exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
  for /f "delims=." %%M in ("%%~V") do if %%M GEQ %MINIMUM_JAVA% set "JAVA=%~1\bin\java.exe"
)
exit /b 0

:onpath
for /f "tokens=3" %%V in ('java -version 2^>^&1 ^| findstr /c:" version "') do (
  for /f "delims=." %%M in ("%%~V") do if %%M GEQ %MINIMUM_JAVA% set "JAVA=java"
)
exit /b 0
